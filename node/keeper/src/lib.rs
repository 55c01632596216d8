// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

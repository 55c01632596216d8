// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! User stories on the full runtime, one file each in `tests/`. `world` lets blocks pass and checks after each of them
//! that no money appeared or went missing.

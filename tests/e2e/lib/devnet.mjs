// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

// The network itself: its nodes can be ended and started again.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The script of the clone that has started the network. */
const script = process.env.FINCH_DEVNET ?? fileURLToPath(new URL('../../../scripts/devnet.sh', import.meta.url));

/** Runs a command of the script; a failure has what it told. */
export const devnet = (...args) => promisify(execFile)(script, args);

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::key::{is_readable_by_others, Key};
use std::fs;

/// Alice's address.
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
/// Bob's address.
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

fn key(secret: &str) -> Key {
    secret.parse().unwrap()
}

#[test]
fn secrets_have_many_forms() {
    let phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
    assert_eq!(key("//Alice").address(), ALICE);
    assert_eq!(key(&format!("{phrase}//Alice")).address(), ALICE);
    let seed = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
    assert_eq!(key(seed).address(), ALICE);
}

#[test]
fn a_slip_is_not_told() {
    let error = "bottom drive obey".parse::<Key>().unwrap_err().to_string();
    assert!(
        error.starts_with("this is no secret") && !error.contains("obey"),
        "{error}"
    );
}

#[test]
fn a_key_is_shown_as_its_address() {
    let bob = key("//Bob");
    assert_eq!(format!("{bob}"), BOB);
    assert_eq!(format!("{bob:?}"), format!("Key({BOB})"));
}

#[cfg(unix)]
#[test]
fn a_file_that_others_read_is_noticed() {
    use std::os::unix::fs::PermissionsExt;
    let file = tempfile::NamedTempFile::new().unwrap();
    let set = |mode| fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o600);
    assert!(!is_readable_by_others(file.path()));
    set(0o640);
    assert!(is_readable_by_others(file.path()));
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::ALICE;
use crate::signer::{signer, SignerError, ENVIRONMENT};
use std::{fs, path::Path};

#[test]
fn one_key_is_read_from_a_file_or_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    fs::write(&file, "# of the keeper\n\n  //Alice \n").unwrap();
    assert_eq!(signer(Some(&file), None).unwrap().address(), ALICE);
    assert_eq!(signer(None, Some("//Alice\n")).unwrap().address(), ALICE);
}

#[test]
fn none_and_many_are_errors() {
    assert_eq!(signer(None, None).unwrap_err(), SignerError::None);
    assert_eq!(signer(None, Some(" \n# none\n")).unwrap_err(), SignerError::None);
    assert_eq!(
        signer(None, Some("//Alice\n//Bob")).unwrap_err(),
        SignerError::Many { count: 2 }
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    fs::write(&file, "//Alice").unwrap();
    assert_eq!(
        signer(Some(&file), Some("//Alice")).unwrap_err(),
        SignerError::Many { count: 2 }
    );
    assert!(matches!(
        signer(Some(Path::new("/nowhere/key")), None),
        Err(SignerError::File { .. })
    ));
}

#[test]
fn a_slip_is_located_and_not_told() {
    let error = signer(None, Some("bottom drive obey")).unwrap_err().to_string();
    assert!(error.contains(ENVIRONMENT) && !error.contains("obey"), "{error}");
}

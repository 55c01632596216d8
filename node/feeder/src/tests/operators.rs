// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{ALICE, BOB};
use crate::operators::{OperatorsError, OperatorsOptions};
use std::fs;

fn addresses(options: &OperatorsOptions) -> Result<Vec<String>, OperatorsError> {
    let operators = options.operators()?;
    Ok(operators.iter().map(|operator| operator.address().to_owned()).collect())
}

#[test]
fn all_places_count() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("operators");
    fs::write(&file, "# the second one\n\n  //Bob  \n").unwrap();
    let options = OperatorsOptions {
        arguments: vec!["//Alice".to_owned()],
        file: Some(file),
        environment: Some("//Charlie, //Dave\n//Eve\n".to_owned()),
    };
    let found = addresses(&options).unwrap();
    assert_eq!(found.len(), 5);
    assert_eq!(found[..2], [ALICE, BOB]);
}

#[test]
fn a_slip_is_located_and_not_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("operators");
    fs::write(&file, "//Alice\n# a phrase with a word too few:\nbottom drive obey\n").unwrap();
    let options = OperatorsOptions {
        file: Some(file),
        ..Default::default()
    };
    let error = addresses(&options).unwrap_err().to_string();
    assert!(
        error.starts_with("operator 3 of ") && error.contains("operators: this is no secret"),
        "{error}"
    );
    assert!(!error.contains("obey"));
}

#[test]
fn operators_are_needed_and_differ() {
    assert_eq!(addresses(&OperatorsOptions::default()), Err(OperatorsError::None));
    let blank = OperatorsOptions {
        environment: Some(" ,\n# none\n".to_owned()),
        ..Default::default()
    };
    assert_eq!(addresses(&blank), Err(OperatorsError::None));
    let twice = OperatorsOptions {
        arguments: vec!["//Alice".to_owned()],
        environment: Some("//Bob,//Alice".to_owned()),
        ..Default::default()
    };
    let address = ALICE.to_owned();
    assert_eq!(addresses(&twice), Err(OperatorsError::Twice { address }));
    let missing = OperatorsOptions {
        file: Some("/nowhere/operators".into()),
        ..Default::default()
    };
    assert!(matches!(addresses(&missing), Err(OperatorsError::File { .. })));
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! The numbers and the plots of docs/options.md and docs/insurance.md are what the mathematics say.

#[allow(dead_code)] // Its `main`.
#[path = "../examples/cover_and_options.rs"]
mod example;

use example::{insurance, insurance_json, options, options_json, Worked};

fn document(name: &str) -> String {
    let path = format!("{}/../../../docs/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every number of the example stands in the text, as it is.
fn stands_in(text: &str, worked: Worked) {
    let missing: Vec<_> = worked
        .into_iter()
        .filter(|(_, number)| !text.split_whitespace().any(|word| is(word, number)))
        .collect();
    assert!(missing.is_empty(), "not in the text: {missing:?}");
}

/// A number, whatever sentence it stands in.
fn is(word: &str, number: &str) -> bool {
    word.trim_matches(|sign: char| !sign.is_ascii_digit()) == number
}

#[test]
fn the_numbers_of_the_page_on_options_are_these() {
    stands_in(&document("options.md"), options::worked());
}

#[test]
fn the_numbers_of_the_page_on_insurance_are_these() {
    stands_in(&document("insurance.md"), insurance::worked());
}

#[test]
fn the_plots_are_drawn_from_what_is_computed() {
    assert_eq!(document("plots/options.json"), options_json());
    assert_eq!(document("plots/insurance.json"), insurance_json());
}

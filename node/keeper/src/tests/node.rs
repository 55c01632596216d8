// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What can be told of a node without one: how calls are encoded, what is checked, and how answers are read. The metadata
//! is written out here, as the real one is large and changes; that the real one fits is checked whenever the program connects.

use super::{account, alice, vault};
use crate::{
    call::{payload, Action, Arg, Call},
    chain::{Event, Fact, Tasks, Vault},
    decide::margin,
    duties::{Coin, Decimals, Style, Terms},
    node::{check, facts, mul_div, verdict, worth, Limits, Needs, Weight},
    settings::Margin,
};
use finch_client::{key::Key, node::sign};
use std::sync::Arc;
use subxt::{
    client::{ClientAtBlock, OfflineClientAtBlockImpl},
    config::substrate::{SpecVersionForRange, SubstrateConfig, H256},
    ext::codec::{Compact, Decode, Encode},
    Metadata, OfflineClient,
};

/// A type of the registry.
#[derive(Default)]
struct Type {
    path: Vec<&'static str>,
    params: Vec<(&'static str, u32)>,
    definition: Vec<u8>,
}

type Field = (Option<&'static str>, u32);
type Variant = (&'static str, u8, Vec<Field>);

fn fields(fields: &[Field]) -> Vec<u8> {
    let field = |(name, ty): &Field| (*name, Compact(*ty), None::<&str>, Vec::<&str>::new()).encode();
    [vec![(fields.len() as u8) << 2], fields.iter().flat_map(field).collect()].concat()
}

fn composite(of: &[Field]) -> Vec<u8> {
    [vec![0], fields(of)].concat()
}

fn variants(of: &[Variant]) -> Vec<u8> {
    let variant =
        |(name, index, of): &Variant| [name.encode(), fields(of), index.encode(), Vec::<&str>::new().encode()].concat();
    [vec![1, (of.len() as u8) << 2], of.iter().flat_map(variant).collect()].concat()
}

fn named(path: &[&'static str], definition: Vec<u8>) -> Type {
    Type {
        path: path.to_vec(),
        definition,
        ..Type::default()
    }
}

/// Metadata of a chain, version 14, with options and batches: as much as calls of vaults need. The pallets have the indices
/// 48 and 70, as in Finch.
fn metadata() -> Vec<u8> {
    let plain = |definition: Vec<u8>| named(&[], definition);
    let event = |fields: &[Field]| fields.to_vec();
    let types = [
        /* 0: u8 */ plain(vec![5, 3]),
        /* 1: u32 */ plain(vec![5, 5]),
        /* 2: u64 */ plain(vec![5, 6]),
        /* 3: u128 */ plain(vec![5, 7]),
        /* 4: 32 bytes */ plain([vec![3], 32_u32.encode(), Compact(0_u32).encode()].concat()),
        /* 5 */ named(&["sp_core", "crypto", "AccountId32"], composite(&[(None, 4)])),
        /* 6 */
        named(
            &["pallet_options", "pallet", "Call"],
            variants(&[
                ("call_margin", 10, vec![(Some("series"), 1), (Some("owner"), 5)]),
                ("liquidate", 11, vec![(Some("series"), 1), (Some("owner"), 5)]),
            ]),
        ),
        /* 7 */
        named(
            &["pallet_utility", "pallet", "Call"],
            variants(&[("force_batch", 4, vec![(Some("calls"), 9)])]),
        ),
        /* 8 */
        named(
            &["finch_runtime", "RuntimeCall"],
            variants(&[("Options", 48, vec![(None, 6)]), ("Utility", 70, vec![(None, 7)])]),
        ),
        /* 9: a list of calls */ plain([vec![2], Compact(8_u32).encode()].concat()),
        /* 10 */
        named(
            &["pallet_options", "pallet", "Event"],
            variants(&[
                ("MarginCalled", 9, event(&[(Some("series"), 1)])),
                (
                    "LiquidationOpened",
                    11,
                    event(&[
                        (Some("series"), 1),
                        (Some("owner"), 5),
                        (Some("vault"), 2),
                        (Some("auction"), 2),
                        (Some("caller"), 5),
                    ]),
                ),
                (
                    "Liquidated",
                    12,
                    event(&[(Some("vault"), 2), (Some("paid"), 3), (Some("reward"), 3)]),
                ),
                (
                    "LiquidationEnded",
                    13,
                    event(&[(Some("vault"), 2), (Some("unsold"), 3)]),
                ),
            ]),
        ),
        /* 11 */
        named(
            &["pallet_utility", "pallet", "Event"],
            variants(&[
                ("ItemCompleted", 3, vec![]),
                ("ItemFailed", 4, vec![(Some("error"), 16)]),
            ]),
        ),
        /* 12 */
        named(
            &["finch_runtime", "RuntimeEvent"],
            variants(&[("Options", 48, vec![(None, 10)]), ("Utility", 70, vec![(None, 11)])]),
        ),
        /* 13 */
        named(
            &["pallet_options", "pallet", "Error"],
            variants(&[("NoSeries", 0, vec![]), ("NotCallable", 23, vec![])]),
        ),
        /* 14: 4 bytes */ plain([vec![3], 4_u32.encode(), Compact(0_u32).encode()].concat()),
        /* 15 */
        named(
            &["sp_runtime", "ModuleError"],
            composite(&[(Some("index"), 0), (Some("error"), 14)]),
        ),
        /* 16 */
        named(
            &["sp_runtime", "DispatchError"],
            variants(&[
                ("Other", 0, vec![]),
                ("BadOrigin", 2, vec![]),
                ("Module", 3, vec![(None, 15)]),
            ]),
        ),
        /* 17 */
        named(
            &["sp_runtime", "multiaddress", "MultiAddress"],
            variants(&[("Id", 0, vec![(None, 5)])]),
        ),
        /* 18: 64 bytes */ plain([vec![3], 64_u32.encode(), Compact(0_u32).encode()].concat()),
        /* 19 */
        named(
            &["sp_runtime", "MultiSignature"],
            variants(&[("Sr25519", 1, vec![(None, 18)])]),
        ),
        /* 20: an extension that is nothing */ plain(vec![4, 0]),
        /* 21: an extension that is something; what, its encoder knows */ plain(vec![5, 3]),
        /* 22 */
        Type {
            path: vec!["sp_runtime", "generic", "UncheckedExtrinsic"],
            params: vec![("Address", 17), ("Call", 8), ("Signature", 19), ("Extra", 20)],
            definition: composite(&[]),
        },
        /* 23 */ named(&["finch_runtime", "RuntimeError"], variants(&[])),
    ];
    // Name, type, and the type of what it implies, as of the runtime.
    let extensions = [
        ("CheckGenesis", 20, 4),
        ("CheckMortality", 21, 4),
        ("CheckNonce", 21, 20),
    ];
    let none = Vec::<&str>::new();
    let registry = (0_u32..).zip(&types).flat_map(|(id, ty)| {
        let params: Vec<_> = ty.params.iter().map(|(name, ty)| (*name, Some(Compact(*ty)))).collect();
        [
            (Compact(id), &ty.path, params).encode(),
            ty.definition.clone(),
            none.encode(),
        ]
        .concat()
    });
    let pallet = |name: &'static str, call: u32, event: u32, error: Option<u32>, index: u8| {
        (
            name,
            None::<u8>,
            Some(Compact(call)),
            Some(Compact(event)),
            Vec::<&str>::new(),
            error.map(Compact),
            index,
        )
    };
    let pallets = vec![
        pallet("Options", 6, 10, Some(13), 48),
        pallet("Utility", 7, 11, None, 70),
    ];
    let extensions: Vec<_> = extensions
        .into_iter()
        .map(|(name, ty, implied): (_, u32, u32)| (name, Compact(ty), Compact(implied)))
        .collect();
    [
        b"meta\x0e".to_vec(),
        Compact(types.len() as u32).encode(),
        registry.collect(),
        pallets.encode(),
        (Compact(22_u32), 4_u8, extensions).encode(),
        Compact(20_u32).encode(),
    ]
    .concat()
}

fn chain() -> ClientAtBlock<SubstrateConfig, OfflineClientAtBlockImpl<SubstrateConfig>> {
    let metadata = Metadata::decode(&mut &*metadata()).unwrap();
    let config = SubstrateConfig::builder()
        .set_genesis_hash(H256::repeat_byte(7))
        .set_metadata_for_spec_versions([(3, Arc::new(metadata))])
        .set_spec_version_for_block_ranges([SpecVersionForRange {
            block_range: 0..u64::MAX,
            spec_version: 3,
            transaction_version: 2,
        }])
        .build();
    OfflineClient::new_with_config(config).at_block(100_u64).unwrap()
}

fn calls(vaults: &[Vault]) -> Vec<Call> {
    let call = |action: Action| action.call;
    margin(vaults, &alice(), &Margin::default())
        .into_iter()
        .map(call)
        .collect()
}

#[test]
fn calls_are_encoded_as_the_runtime_reads_them() {
    let at = chain();
    let encoded = |calls: &[Call]| at.transactions().call_data(&payload(calls)).unwrap();
    let mut sold = vault(2);
    sold.liquidatable = true;
    let call = (48_u8, 10_u8, 1_u32, [1_u8; 32]).encode();
    let sale = (48_u8, 11_u8, 1_u32, [2_u8; 32]).encode();
    assert_eq!(encoded(&calls(&[vault(1)])), call);
    // Two calls in a list, liquidations first.
    let batch = [vec![70, 4, 2 << 2], sale, call].concat();
    assert_eq!(encoded(&calls(&[vault(1), sold])), batch);
}

#[test]
fn addresses_are_encoded_as_such() {
    let call = Call::new("Insurance", "collect", [("who", Arg::Address(account(3)))]);
    assert_eq!(call.texts(), [("who".to_owned(), account(3).to_string())].into());
    let value = format!("{:?}", call.value());
    assert!(value.contains("\"Id\""), "{value}");
}

#[test]
fn a_transaction_is_signed_for_its_window() {
    let key: Key = "//Alice".parse().unwrap();
    let call = payload(&calls(&[vault(1)]));
    let birth = (100, H256::repeat_byte(8));
    let signed = sign(&chain().transactions(), &call, &key, 9, 64, birth).unwrap();
    // Era 64 blocks from 36 of 64 on, and the nonce, before the call.
    let era = ((64_u16.trailing_zeros() - 1) as u16 | ((100 % 64) << 4)).encode();
    let end = [era, Compact(9_u64).encode(), (48_u8, 10_u8, 1_u32, [1_u8; 32]).encode()].concat();
    assert!(signed.encoded().ends_with(&end));
    assert!(signed.encoded().windows(32).any(|bytes| bytes == alice().0));
}

#[test]
fn what_the_chain_lacks_is_named_with_the_setting_that_does_without() {
    let none = Needs {
        margin: false,
        tasks: Tasks::default(),
    };
    // This chain has no feeds, which everything needs.
    let error = check(&chain(), none).unwrap_err();
    assert!(
        error.contains("no FeedsApi.feeds") && error.contains("another --url"),
        "{error}"
    );
}

#[test]
fn events_are_read() {
    let at = chain();
    let phase = |transaction: u32| (0_u8, transaction).encode();
    let no_topics = Vec::<[u8; 32]>::new().encode();
    let module = |error: [u8; 4]| (3_u8, 48_u8, error).encode();
    let raw = [
        [phase(1), (48_u8, 9_u8, 1_u32).encode()].concat(),
        [phase(1), vec![70, 3]].concat(),
        [phase(1), vec![70, 4], module([23, 0, 0, 0])].concat(),
        [phase(2), vec![70, 4, 2]].concat(),
        [
            phase(2),
            (48_u8, 11_u8, 1_u32, [5_u8; 32], 7_u64, 9_u64, [6_u8; 32]).encode(),
        ]
        .concat(),
        [phase(3), (48_u8, 12_u8, 7_u64, 500_u128, 5_u128).encode()].concat(),
        // While the block ends.
        [vec![1], (48_u8, 13_u8, 7_u64, 0_u128).encode()].concat(),
    ];
    let bytes: Vec<u8> = raw
        .iter()
        .flat_map(|event| [event.clone(), no_topics.clone()].concat())
        .collect();
    let bytes = [Compact(raw.len() as u32).encode(), bytes].concat();
    let found = facts(&at.events().from_bytes(bytes), at.metadata()).unwrap();
    let event = |index, transaction, fact| Event {
        index,
        transaction,
        fact,
    };
    let opened = Fact::SaleOpened {
        sale: 7,
        series: 1,
        owner: account(5),
        caller: account(6),
    };
    let expected = [
        event(1, Some(1), Fact::ItemDone),
        event(2, Some(1), Fact::ItemFailed("Options::NotCallable".to_owned())),
        event(3, Some(2), Fact::ItemFailed("Bad origin.".to_owned())),
        event(4, Some(2), opened),
        event(5, Some(3), Fact::Sold { sale: 7, reward: 5 }),
        event(6, None, Fact::SaleEnded { sale: 7 }),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_answer_of_a_dry_run_is_read() {
    let verdict = |answer: &[u8]| verdict(answer, chain().metadata());
    let module = (3_u8, 48_u8, [23_u8, 0, 0, 0]).encode();
    let weight = (Compact(77_u64), Compact(900_000_u64)).encode();
    assert_eq!(
        verdict(&[vec![0, 0, 1], weight.clone(), vec![0]].concat()),
        Some(Ok(()))
    );
    let refused = Some(Err("Options::NotCallable".to_owned()));
    assert_eq!(verdict(&[vec![0, 1, 0, 0], module.clone()].concat()), refused);
    assert_eq!(verdict(&[vec![0, 1, 1], weight, vec![1], module].concat()), refused);
    assert!(matches!(verdict(&[1, 0]), Some(Err(_))));
    assert_eq!(verdict(&[0, 1, 1]), None);
}

#[test]
fn collateral_is_worth_what_the_feeds_say() {
    const ONE: u128 = 1_000_000_000_000_000_000;
    let terms = |collateral, decimals| Terms {
        collateral,
        style: Style::European,
        expiry: 0,
        decimals: Decimals { collateral: decimals },
    };
    // Native at 5 dollars, asset 1 at 10.
    let prices = [(None, 5 * ONE), (Some(1), 10 * ONE)].into();
    let finch = 1_000_000_000_000;
    assert_eq!(worth(&terms(Coin::Native, 12), 7, &prices), Some(7));
    // 3 whole coins of 6, 10 and 18 digits are worth 6 FINCH.
    for decimals in [6, 10, 12, 18] {
        let units = 3 * 10_u128.pow(decimals.into());
        assert_eq!(
            worth(&terms(Coin::Asset(1), decimals), units, &prices),
            Some(6 * finch),
            "{decimals}"
        );
    }
    assert_eq!(worth(&terms(Coin::Asset(2), 12), 7, &prices), None);
    assert_eq!(worth(&terms(Coin::Asset(1), 12), u128::MAX, &prices), None);
}

#[test]
fn products_of_any_size_are_divided_exactly() {
    assert_eq!(mul_div(7, 5, 3), Some(11));
    assert_eq!(mul_div(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
    assert_eq!(mul_div(u128::MAX, 3, 4), Some(u128::MAX / 4 * 3 + 2));
    // (10^30 + 1)(10^30 - 1) = 10^60 - 1, over 10^30.
    let big = 10_u128.pow(30);
    assert_eq!(mul_div(big + 1, big - 1, big), Some(big - 1));
    assert_eq!(mul_div(u128::MAX, 2, 1), None);
    assert_eq!(mul_div(1, 1, 0), None);
    assert_eq!(mul_div(u128::MAX, 2, 0), None);
}

#[test]
fn both_parts_of_a_weight_need_room() {
    let limits = Limits {
        max_extrinsic: Some(Weight {
            ref_time: 10,
            proof_size: 20,
        }),
    };
    assert!(limits.has_room(10, 20));
    assert!(!limits.has_room(11, 20) && !limits.has_room(10, 21));
    assert!(Limits { max_extrinsic: None }.has_room(u64::MAX, u64::MAX));
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Metadata of a chain, version 14, with as much of Finch as a report needs. Written out here, as the real one is large
//! and changes.

use subxt::ext::codec::{Compact, Encode};

/// The index of the pallet.
pub const PALLET: u8 = 60;
/// The index of its call.
pub const CALL: u8 = 0;

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

fn plain(definition: Vec<u8>) -> Type {
    Type {
        definition,
        ..Type::default()
    }
}

fn named(path: &[&'static str], definition: Vec<u8>) -> Type {
    Type {
        path: path.to_vec(),
        definition,
        ..Type::default()
    }
}

/// Finch.
pub fn finch() -> Vec<u8> {
    chain("Oracle")
}

/// A chain without feeds.
pub fn other() -> Vec<u8> {
    chain("Weather")
}

fn chain(pallet: &'static str) -> Vec<u8> {
    let unit = || plain(vec![4, 0]);
    let metric = ["Price", "MarketCap", "DailyVolume", "StakingRatio", "RewardRatio"];
    let metric: Vec<Variant> = (0..).zip(metric).map(|(index, name)| (name, index, vec![])).collect();
    let types = [
        /* 0: u8 */ plain(vec![5, 3]),
        /* 1: u32 */ plain(vec![5, 5]),
        /* 2: u64 */ plain(vec![5, 6]),
        /* 3: u128 */ plain(vec![5, 7]),
        /* 4 */
        named(
            &["finch_types", "Coin"],
            variants(&[("Native", 0, vec![]), ("Asset", 1, vec![(None, 1)])]),
        ),
        /* 5 */ named(&["finch_types", "Metric"], variants(&metric)),
        /* 6 */
        named(
            &["finch_types", "FeedKey"],
            composite(&[(Some("coin"), 4), (Some("metric"), 5)]),
        ),
        /* 7: a pair */ plain([vec![4, 2 << 2], Compact(6_u32).encode(), Compact(3_u32).encode()].concat()),
        /* 8: a list of them */ plain([vec![2], Compact(7_u32).encode()].concat()),
        /* 9 */
        named(
            &["bounded_collections", "bounded_vec", "BoundedVec"],
            composite(&[(None, 8)]),
        ),
        /* 10 */
        named(
            &["pallet_oracle", "module", "Call"],
            variants(&[("feed_values", CALL, vec![(Some("values"), 9)])]),
        ),
        /* 11 */
        named(
            &["finch_runtime", "RuntimeCall"],
            variants(&[(pallet, PALLET, vec![(None, 10)])]),
        ),
        /* 12 */ named(&["finch_runtime", "RuntimeEvent"], variants(&[])),
        /* 13 */ named(&["finch_runtime", "RuntimeError"], variants(&[])),
        /* 14: 32 bytes */ plain([vec![3], 32_u32.encode(), Compact(0_u32).encode()].concat()),
        /* 15 */ named(&["sp_core", "crypto", "AccountId32"], composite(&[(None, 14)])),
        /* 16 */
        named(
            &["sp_runtime", "multiaddress", "MultiAddress"],
            variants(&[("Id", 0, vec![(None, 15)])]),
        ),
        /* 17: 64 bytes */ plain([vec![3], 64_u32.encode(), Compact(0_u32).encode()].concat()),
        /* 18 */
        named(
            &["sp_runtime", "MultiSignature"],
            variants(&[("Sr25519", 1, vec![(None, 17)])]),
        ),
        /* 19: an extension that is nothing */ unit(),
        /* 20: an extension that is something; what, its encoder knows */ plain(vec![5, 3]),
        /* 21 */
        Type {
            path: vec!["sp_runtime", "generic", "UncheckedExtrinsic"],
            params: vec![("Address", 16), ("Call", 11), ("Signature", 18), ("Extra", 19)],
            definition: composite(&[]),
        },
    ];
    // Name, type, and the type of what it implies, as of the runtime.
    let extensions = [
        ("CheckNonZeroSender", 19, 19),
        ("CheckSpecVersion", 19, 1),
        ("CheckTxVersion", 19, 1),
        ("CheckGenesis", 19, 14),
        ("CheckMortality", 20, 14),
        ("CheckNonce", 20, 19),
        ("CheckWeight", 19, 19),
        ("ChargeAssetTxPayment", 20, 19),
        ("CheckMetadataHash", 20, 20),
        ("StorageWeightReclaim", 19, 19),
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
    let pallet = (
        pallet,
        None::<u8>,
        Some(Compact(10_u32)),
        None::<u8>,
        &none,
        None::<u8>,
        PALLET,
    );
    let extensions: Vec<_> = extensions
        .into_iter()
        .map(|(name, ty, implied): (_, u32, u32)| (name, Compact(ty), Compact(implied)))
        .collect();
    [
        b"meta\x0e".to_vec(),
        Compact(types.len() as u32).encode(),
        registry.collect(),
        vec![pallet].encode(),
        (Compact(21_u32), 4_u8, extensions).encode(),
        Compact(19_u32).encode(),
    ]
    .concat()
}

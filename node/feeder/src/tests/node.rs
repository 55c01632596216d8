// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What can be told of a node without one. The rest is a matter of the network tests.

use super::{key, metadata, metrics, operator, readings, rendered};
use crate::{
    chain::{Certainty, Chain, ChainError, Report},
    feed::{Coin, Metric, Reading},
    node::{sign, Node, NodeOptions},
};
use finch_client::node::Transport;
use std::sync::Arc;
use subxt::{
    config::substrate::{SpecVersionForRange, SubstrateConfig, H256},
    ext::codec::{Compact, Decode, Encode},
    utils::AccountId32,
    Metadata, OfflineClient,
};
use subxt_signer::sr25519::{verify, Signature};

fn node(url: &str) -> (Node, prometheus_endpoint::Registry) {
    let (metrics, registry) = metrics();
    let options = NodeOptions {
        url: url.to_owned(),
        transport: Transport::Secure,
        mortality: 64,
        certainty: Certainty::InBlock,
    };
    (Node::new(options, metrics), registry)
}

#[tokio::test]
async fn no_node_is_no_connection() {
    // A port that is free, as it was ours a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let (node, registry) = node(&format!("ws://127.0.0.1:{port}"));
    let alice = operator("//Alice");
    let error = node.next_nonce(alice.account()).await.unwrap_err();
    assert_eq!(error.reason(), "connection", "{error}");
    let report = Report {
        operator: &alice,
        nonce: 0,
        values: &readings(1),
    };
    assert_eq!(node.submit(report).await.unwrap_err().reason(), "connection");
    assert_eq!(node.inspect(&[]).await.unwrap_err().reason(), "connection");
    assert!(rendered(&registry).contains("finch_feeder_connected 0\n"));
}

#[tokio::test]
async fn a_plain_connection_leaves_this_machine_only_if_told() {
    let (node, _) = node("ws://node.example.org/KEY");
    let error = node.next_nonce(operator("//Alice").account()).await.unwrap_err();
    assert!(matches!(error, ChainError::Refused(_)), "{error}");
    assert!(
        error.to_string().contains("--allow-plain-ws") && !error.to_string().contains("KEY"),
        "{error}"
    );
}

#[test]
fn a_report_is_signed_as_the_runtime_reads_it() {
    let metadata = Metadata::decode(&mut &*metadata::finch()).unwrap();
    let config = SubstrateConfig::builder()
        .set_genesis_hash(H256::repeat_byte(7))
        .set_metadata_for_spec_versions([(3, Arc::new(metadata))])
        .set_spec_version_for_block_ranges([SpecVersionForRange {
            block_range: 0..u64::MAX,
            spec_version: 3,
            transaction_version: 2,
        }])
        .build();
    let at = OfflineClient::new_with_config(config).at_block(100_u64).unwrap();
    let alice = operator("//Alice");
    let reading = |coin, metric, value| Reading {
        key: key(coin, metric),
        value,
    };
    let values = [
        reading(Coin::Native, Metric::Price, 5),
        reading(Coin::Asset(600_001), Metric::RewardRatio, u128::MAX),
    ];
    let report = Report {
        operator: &alice,
        nonce: 9,
        values: &values,
    };
    let birth = H256::repeat_byte(8);
    let signed = sign(&at.transactions(), report, 64, (100, birth)).unwrap();

    // What the chain's own types encode to: the pallet and the call, and pairs of a feed and a value.
    let mut call = vec![metadata::PALLET, metadata::CALL, 2 << 2];
    call.extend((0_u8, 0_u8, 5_u128).encode());
    call.extend((1_u8, 600_001_u32, 4_u8, u128::MAX).encode());
    // Era 64 blocks from 36 of 64 on, nonce, no tip, no asset, no hash of the metadata.
    let era = ((64_u16.trailing_zeros() - 1) as u16 | ((100 % 64) << 4)).encode();
    let extra = [era, Compact(9_u64).encode(), vec![0, 0, 0]].concat();

    let bytes = &mut signed.encoded();
    let length = Compact::<u32>::decode(bytes).unwrap().0;
    assert_eq!(length as usize, bytes.len());
    assert_eq!(u8::decode(bytes), Ok(0x84), "version 4, signed");
    assert_eq!(
        (u8::decode(bytes), AccountId32::decode(bytes)),
        (Ok(0), Ok(*alice.account()))
    );
    assert_eq!(u8::decode(bytes), Ok(1), "sr25519");
    let signature = Signature(Decode::decode(bytes).unwrap());
    assert_eq!(*bytes, [extra.clone(), call.clone()].concat());

    // What is signed: the call, the extensions, and what they imply: versions, the genesis, the block of birth, and no
    // hash of the metadata.
    let implied = (3_u32, 2_u32, H256::repeat_byte(7).0, birth.0, 0_u8).encode();
    let payload = [call, extra, implied].concat();
    assert!(payload.len() <= 256, "longer ones are hashed");
    assert!(verify(&signature, payload, &alice.keypair().public_key()));
}

#[test]
fn another_chain_is_noticed() {
    let metadata = Metadata::decode(&mut &*metadata::other()).unwrap();
    let config = SubstrateConfig::builder()
        .set_genesis_hash(H256::repeat_byte(7))
        .set_metadata_for_spec_versions([(3, Arc::new(metadata))])
        .set_spec_version_for_block_ranges([SpecVersionForRange {
            block_range: 0..u64::MAX,
            spec_version: 3,
            transaction_version: 2,
        }])
        .build();
    let at = OfflineClient::new_with_config(config).at_block(100_u64).unwrap();
    let report = Report {
        operator: &operator("//Alice"),
        nonce: 9,
        values: &readings(1),
    };
    let error = sign(&at.transactions(), report, 64, (100, H256::zero())).unwrap_err();
    assert!(matches!(error, ChainError::Refused(_)), "{error}");
}

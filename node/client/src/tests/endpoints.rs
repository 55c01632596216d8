// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::{
    endpoints::{Connect, Endpoints, Greeting, Unfit},
    trouble::Trouble,
};
use std::collections::HashMap;
use subxt::config::substrate::H256;

/// Nodes by their URL: genesis and best block; none if it is down.
struct Nodes(HashMap<&'static str, Option<(u8, u64)>>);

impl Connect for Nodes {
    /// The URL.
    type Link = String;

    async fn connect(&self, url: &str) -> Result<(String, Greeting), Trouble> {
        match self.0.get(url).copied().flatten() {
            Some((genesis, best)) => {
                let genesis = H256::repeat_byte(genesis);
                Ok((url.to_owned(), Greeting { genesis, best }))
            }
            None => Err(Trouble::Connection("down".to_owned())),
        }
    }
}

/// The node that is used then.
async fn used(endpoints: &mut Endpoints, nodes: &Nodes) -> Option<String> {
    endpoints.connect(nodes).await.link
}

fn endpoints() -> Endpoints {
    let urls = ["ws://a/KEY", "ws://b", "ws://c"].map(str::to_owned).to_vec();
    Endpoints::new(urls, 10, None)
}

#[tokio::test]
async fn the_first_that_answers_is_used() {
    let nodes = Nodes([("ws://b", Some((1, 100))), ("ws://c", Some((1, 100)))].into());
    let mut endpoints = endpoints();
    assert_eq!(used(&mut endpoints, &nodes).await.as_deref(), Some("ws://b"));
    assert_eq!(
        (endpoints.current(), endpoints.genesis()),
        ("ws://b".to_owned(), Some(H256::repeat_byte(1)))
    );
    // It stays as long as nothing is wrong with it.
    assert_eq!(used(&mut endpoints, &nodes).await.as_deref(), Some("ws://b"));
    endpoints.give_up();
    assert_eq!(used(&mut endpoints, &nodes).await.as_deref(), Some("ws://c"));
    // After the last one comes the first, which is down, and so the second.
    endpoints.give_up();
    assert_eq!(used(&mut endpoints, &nodes).await.as_deref(), Some("ws://b"));
}

#[tokio::test]
async fn those_before_it_are_told() {
    let nodes = Nodes([("ws://b", Some((1, 100)))].into());
    let attempt = endpoints().connect(&nodes).await;
    let down = Unfit::Trouble(Trouble::Connection("down".to_owned()));
    assert_eq!(
        (attempt.link.as_deref(), attempt.unfit),
        (Some("ws://b"), vec![("ws://a".to_owned(), down)])
    );
}

#[tokio::test]
async fn another_chain_is_not_used() {
    let mut endpoints = endpoints();
    let nodes = Nodes([("ws://a/KEY", Some((1, 100)))].into());
    assert!(used(&mut endpoints, &nodes).await.is_some());
    let nodes = Nodes([("ws://b", Some((2, 100)))].into());
    endpoints.give_up();
    let unfit = endpoints.connect(&nodes).await.unfit;
    let (found, wanted) = (H256::repeat_byte(2), H256::repeat_byte(1));
    assert_eq!(unfit[0], ("ws://b".to_owned(), Unfit::OtherChain { found, wanted }));
    // Those that are down are told without their secrets.
    assert_eq!(unfit[1].0, "ws://c");
    assert_eq!(unfit[2].0, "ws://a");
}

#[tokio::test]
async fn a_chain_that_is_known_from_before_is_insisted_on() {
    let nodes = Nodes([("ws://a", Some((1, 100)))].into());
    let mut endpoints = Endpoints::new(vec!["ws://a".to_owned()], 10, Some(H256::repeat_byte(3)));
    assert!(used(&mut endpoints, &nodes).await.is_none());
}

#[tokio::test]
async fn a_node_that_is_behind_is_not_used() {
    let mut endpoints = endpoints();
    endpoints.saw(111);
    let nodes = Nodes([("ws://a/KEY", Some((1, 100))), ("ws://b", Some((1, 101)))].into());
    assert_eq!(used(&mut endpoints, &nodes).await.as_deref(), Some("ws://b"));
    let nodes = Nodes([("ws://a/KEY", Some((1, 100)))].into());
    let unfit = endpoints.connect(&nodes).await.unfit;
    let behind = Unfit::Behind {
        best: 100,
        highest: 111,
    };
    assert!(unfit.contains(&("ws://a".to_owned(), behind)), "{unfit:?}");
}

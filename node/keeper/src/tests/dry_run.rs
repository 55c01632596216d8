// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::{account, fake_chain::FakeChain, ALICE};
use crate::{
    call::Call,
    chain::{Duty, Otherwise},
    dry_run::look,
    settings::Settings,
};
use finch_client::endpoints::Connect;

#[tokio::test]
async fn what_is_due_is_shown_and_tried_and_not_sent() {
    let chain = FakeChain::new(2);
    chain.refuse_call(2, "Options::PriceStale");
    chain.set_free(7);
    chain.set_duties(vec![Duty {
        subject: "poke/StakingSynth".to_owned(),
        call: Call::new("StakingSynth", "poke", []),
        alone: true,
        otherwise: Otherwise::Blocks {
            mark: String::new(),
            turns: 0,
        },
    }]);
    let (mut node, _) = chain.connect("ws://a").await.unwrap();
    let settings = Settings::default();
    let found = look(&mut node, &super::alice(), &settings).await.unwrap();
    assert!(!found.is_accepted());
    let (one, two) = (account(1), account(2));
    let expected = format!(
        "\
Dry run: nothing is sent.

block    20
account  {ALICE}, which can spend 7 planck
but      that is less than funds.alert_below, 50000000000000: send it some

call_margin/1/{one}  Options.call_margin owner={one} series=1
    can pay up to 10000000000000 planck
    the chain would do it
call_margin/1/{two}  Options.call_margin owner={two} series=1
    can pay up to 10000000000000 planck
    the chain would refuse it: Options::PriceStale
poke/StakingSynth  StakingSynth.poke
    blocks do it too: it is sent only if they have not for 20 blocks
    the chain would do it
"
    );
    assert_eq!(found.render(ALICE, &settings), expected);
    assert!(chain.sent().is_empty());
}

#[tokio::test]
async fn nothing_to_do_is_said() {
    let chain = FakeChain::new(0);
    let (mut node, _) = chain.connect("ws://a").await.unwrap();
    let settings = Settings::default();
    let found = look(&mut node, &super::alice(), &settings).await.unwrap();
    assert!(found.is_accepted());
    assert!(found.render(ALICE, &settings).ends_with("\nNothing is due.\n"));
}

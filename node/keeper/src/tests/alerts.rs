// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use super::ALICE;
use crate::alerts::{Alert, Alerts};
use serde_json::Value;
use wiremock::{
    matchers::{header, method, path},
    Mock, MockServer, ResponseTemplate,
};

async fn posts(server: &MockServer) -> Vec<Value> {
    let requests = server.received_requests().await.unwrap();
    requests.iter().map(|request| request.body_json().unwrap()).collect()
}

async fn answers(server: &MockServer, status: u16, times: u64) {
    Mock::given(method("POST"))
        .and(path("/hook"))
        .and(header("content-type", "application/json"))
        .respond_with(ResponseTemplate::new(status))
        .up_to_n_times(times)
        .mount(server)
        .await;
}

fn alerts(server: &MockServer) -> Alerts {
    Alerts::new(ALICE, Some(format!("{}/hook", server.uri()).parse().unwrap()))
}

#[tokio::test]
async fn an_alert_is_posted_once_until_it_clears() {
    let server = MockServer::start().await;
    answers(&server, 200, 100).await;
    let mut alerts = alerts(&server);
    alerts.raise(Alert::FundsLow, "9 planck".to_owned());
    alerts.raise(Alert::FundsLow, "8 planck".to_owned());
    assert_eq!(alerts.up("funds_low"), 1);
    alerts.clear(&Alert::FundsLow);
    alerts.clear(&Alert::FundsLow);
    assert_eq!(alerts.up("funds_low"), 0);
    alerts.raise(Alert::FundsLow, "7 planck".to_owned());
    alerts.raise(Alert::EndpointLost("ws://a".to_owned()), "gone".to_owned());
    alerts.raise(Alert::EndpointLost("ws://b".to_owned()), "gone".to_owned());
    assert_eq!(alerts.up("endpoint_lost"), 2);
    alerts.finish().await;
    let said: Vec<_> = posts(&server)
        .await
        .iter()
        .map(|post| {
            assert_eq!(
                (post["program"].as_str(), post["account"].as_str()),
                (Some("finch-keeper"), Some(ALICE))
            );
            assert!(post["time"].as_u64().unwrap() > 1_700_000_000_000);
            ["alert", "about", "state", "text"].map(|name| post[name].as_str().unwrap().to_owned())
        })
        .collect();
    let expected = [
        ["funds_low", "", "raised", "9 planck"],
        ["funds_low", "", "cleared", "9 planck"],
        ["funds_low", "", "raised", "7 planck"],
        ["endpoint_lost", "ws://a", "raised", "gone"],
        ["endpoint_lost", "ws://b", "raised", "gone"],
    ];
    assert_eq!(said, expected);
}

#[tokio::test]
async fn a_webhook_that_stumbles_is_asked_again() {
    let server = MockServer::start().await;
    answers(&server, 500, 1).await;
    answers(&server, 200, 100).await;
    let mut alerts = alerts(&server);
    alerts.raise(Alert::ChainStalled, "silence".to_owned());
    alerts.finish().await;
    let posts = posts(&server).await;
    assert_eq!(posts.len(), 2);
    assert_eq!(posts[0], posts[1]);
}

#[tokio::test]
async fn actions_that_do_not_pause_any_more_clear() {
    let mut alerts = Alerts::new(ALICE, None);
    let fails = |subject: &str| Alert::ActionFails(subject.to_owned());
    alerts.raise(fails("a"), "3 times".to_owned());
    alerts.raise(fails("b"), "3 times".to_owned());
    alerts.raise(Alert::FundsLow, "9 planck".to_owned());
    alerts.keep_actions(&["b".to_owned()]);
    assert_eq!((alerts.up("action_fails"), alerts.up("funds_low")), (1, 1));
    alerts.keep_actions(&[]);
    assert_eq!((alerts.up("action_fails"), alerts.up("funds_low")), (0, 1));
    alerts.finish().await;
}

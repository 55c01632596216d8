// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Alerts: told on the standard error and posted to a webhook, each once until it clears.

use crate::audit::unix_millis;
use backon::{ExponentialBuilder, Retryable};
use reqwest::{Client, Url};
use serde::Serialize;
use std::{collections::BTreeMap, time::Duration};
use tokio::{sync::mpsc, task::JoinHandle, time::timeout};
use tracing::{error, warn};

/// How often a post is repeated.
const RETRIES: usize = 5;
/// The first wait before that; it doubles, up to 30 s.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// How long the webhook may take to answer.
const ANSWER: Duration = Duration::from_secs(10);
/// Alerts that wait to be posted; more are only told on the standard error.
const QUEUE: usize = 100;
/// How long the end of the program waits for posts that are under way.
const FAREWELL: Duration = Duration::from_secs(15);

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// The account has too little.
    FundsLow,
    /// A node cannot be used. By its host.
    EndpointLost(String),
    /// There is no new block.
    ChainStalled,
    /// The same has failed too often, and pauses. By its subject.
    ActionFails(String),
}

impl Alert {
    /// A word for its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::FundsLow => "funds_low",
            Self::EndpointLost(_) => "endpoint_lost",
            Self::ChainStalled => "chain_stalled",
            Self::ActionFails(_) => "action_fails",
        }
    }

    /// What it is about.
    fn about(&self) -> &str {
        match self {
            Self::FundsLow | Self::ChainStalled => "",
            Self::EndpointLost(about) | Self::ActionFails(about) => about,
        }
    }
}

/// What is posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Post {
    program: &'static str,
    account: String,
    time: u64,
    alert: &'static str,
    about: String,
    state: &'static str,
    text: String,
}

/// The alerts that are up.
#[derive(Debug)]
pub struct Alerts {
    account: String,
    up: BTreeMap<Alert, String>,
    queue: Option<mpsc::Sender<Post>>,
    poster: Option<JoinHandle<()>>,
}

impl Alerts {
    /// None is up. Posts go to `webhook`, if there is one.
    pub fn new(account: &str, webhook: Option<Url>) -> Self {
        let (queue, poster) = match webhook {
            Some(url) => {
                let (sender, receiver) = mpsc::channel(QUEUE);
                (Some(sender), Some(tokio::spawn(post_all(url, receiver))))
            }
            None => (None, None),
        };
        Self {
            account: account.to_owned(),
            up: BTreeMap::new(),
            queue,
            poster,
        }
    }

    /// How many are up of a kind.
    pub fn up(&self, kind: &str) -> usize {
        self.up.keys().filter(|alert| alert.kind() == kind).count()
    }

    /// Something is wrong. Told once, until it clears.
    pub fn raise(&mut self, alert: Alert, text: String) {
        if self.up.contains_key(&alert) {
            return;
        }
        // Not through the log, which may be filtered.
        eprintln!("ALERT {} {}: {text}", alert.kind(), alert.about());
        self.post(&alert, "raised", &text);
        self.up.insert(alert, text);
    }

    /// It is not wrong any more.
    pub fn clear(&mut self, alert: &Alert) {
        if let Some(text) = self.up.remove(alert) {
            eprintln!("CLEARED {} {}: {text}", alert.kind(), alert.about());
            self.post(alert, "cleared", &text);
        }
    }

    /// Clears those of actions that are not among `subjects` any more.
    pub fn keep_actions(&mut self, subjects: &[String]) {
        let gone = |alert: &&Alert| matches!(alert, Alert::ActionFails(subject) if !subjects.contains(subject));
        let gone: Vec<_> = self.up.keys().filter(gone).cloned().collect();
        for alert in gone {
            self.clear(&alert);
        }
    }

    /// Waits for posts that are under way, for a while.
    pub async fn finish(self) {
        drop(self.queue);
        if let Some(poster) = self.poster {
            if timeout(FAREWELL, poster).await.is_err() {
                warn!("Not all alerts could be posted before the end.");
            }
        }
    }

    fn post(&self, alert: &Alert, state: &'static str, text: &str) {
        let Some(queue) = &self.queue else {
            return;
        };
        let post = Post {
            program: "finch-keeper",
            account: self.account.clone(),
            time: unix_millis(),
            alert: alert.kind(),
            about: alert.about().to_owned(),
            state,
            text: text.to_owned(),
        };
        if queue.try_send(post).is_err() {
            error!("Too many alerts wait for the webhook: this one is not posted.");
        }
    }
}

async fn post_all(url: Url, mut queue: mpsc::Receiver<Post>) {
    let client = match Client::builder().timeout(ANSWER).build() {
        Ok(client) => client,
        Err(error) => {
            error!("Alerts cannot be posted: {error}.");
            return;
        }
    };
    while let Some(post) = queue.recv().await {
        let body = match serde_json::to_string(&post) {
            Ok(body) => body,
            Err(error) => {
                error!("An alert cannot be written as JSON: {error}.");
                continue;
            }
        };
        let send = || async {
            let request = client.post(url.clone()).header("content-type", "application/json");
            request.body(body.clone()).send().await?.error_for_status()
        };
        let waits = ExponentialBuilder::new()
            .with_min_delay(FIRST_WAIT)
            .with_max_delay(Duration::from_secs(30))
            .with_max_times(RETRIES)
            .with_jitter();
        if let Err(error) = send.retry(waits).await {
            // Without the URL, which may have a secret in it.
            error!(
                "The webhook does not take the alert {}: {}.",
                post.alert,
                error.without_url()
            );
        }
    }
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A URL that answers with a table.

use super::{table, Freshness, Moment, Snapshot, SourceError};
use backon::{ExponentialBuilder, Retryable};
use finch_client::url::without_path;
use reqwest::{redirect::Policy, Client, StatusCode, Url};
use std::time::Duration;

/// The most bytes of an answer: 1 MiB.
pub const MAX_BODY: u64 = 1 << 20;
/// How often a question is repeated within a round.
const RETRIES: usize = 2;
/// The first wait before that.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// How often an answer may point elsewhere.
const REDIRECTS: usize = 3;

/// A URL that answers with a table.
#[derive(Debug)]
pub struct HttpSource {
    client: Client,
    url: Url,
    /// The URL as it may be told.
    place: String,
    timeout: Duration,
    freshness: Freshness,
}

impl HttpSource {
    /// `timeout` is for an answer as a whole.
    pub fn new(url: &str, timeout: Duration, max_age: Duration) -> Result<Self, SourceError> {
        let place = without_secrets(url);
        let bad = |reason: String| SourceError::Url(format!("{place}: {reason}"));
        let url = Url::parse(url).map_err(|error| bad(format!("this is no URL: {error}")))?;
        let client = Client::builder()
            .timeout(timeout)
            .redirect(Policy::limited(REDIRECTS))
            .user_agent(concat!("finch-feeder/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| bad(format!("no client for it: {}", error.without_url())))?;
        Ok(Self {
            client,
            url,
            place,
            timeout,
            freshness: Freshness::new(Some(max_age)),
        })
    }

    /// What the URL says. It is asked again after what may pass.
    pub async fn read(&mut self, now: Moment) -> Result<Snapshot, SourceError> {
        let waits = ExponentialBuilder::default()
            .with_min_delay(FIRST_WAIT)
            .with_max_times(RETRIES)
            .with_jitter();
        let body = (|| self.ask()).retry(waits).when(SourceError::passes).await?;
        let text = String::from_utf8(body).map_err(|_| SourceError::NoText {
            place: self.place.clone(),
        })?;
        let rows = table::parse(&text).map_err(|error| SourceError::Table {
            place: self.place.clone(),
            error,
        })?;
        if let Some(row) = rows.iter().find(|row| row.at.is_some()) {
            return Err(SourceError::RecordingOverHttp {
                place: self.place.clone(),
                line: row.line,
            });
        }
        self.freshness.judge(&self.place, rows, None, now)
    }

    async fn ask(&self) -> Result<Vec<u8>, SourceError> {
        let failed = |error| self.failed(error);
        let mut response = self.client.get(self.url.clone()).send().await.map_err(failed)?;
        if response.status() != StatusCode::OK {
            return Err(SourceError::Status {
                place: self.place.clone(),
                status: response.status().as_u16(),
            });
        }
        let too_large = || SourceError::TooLarge {
            place: self.place.clone(),
            limit: MAX_BODY,
        };
        if response.content_length().is_some_and(|length| length > MAX_BODY) {
            return Err(too_large());
        }
        // What a server says about the length need not be so, and it need not say it.
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            body.extend_from_slice(&chunk);
            if u64::try_from(body.len()).unwrap_or(u64::MAX) > MAX_BODY {
                return Err(too_large());
            }
        }
        Ok(body)
    }

    fn failed(&self, error: reqwest::Error) -> SourceError {
        let place = self.place.clone();
        if error.is_timeout() {
            return SourceError::Timeout {
                place,
                seconds: self.timeout.as_secs(),
            };
        }
        // The innermost cause says what happened; the others say that something did.
        let error = error.without_url();
        let mut cause: &dyn std::error::Error = &error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        SourceError::Unreachable {
            place,
            reason: format!("no answer: {cause}"),
        }
    }
}

/// A URL without user, password, query and fragment: those are where keys of services are.
pub fn without_secrets(url: &str) -> String {
    let path = Url::parse(url).map(|url| url.path().to_owned()).unwrap_or_default();
    without_path(url) + &path
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A node of Finch behind a WebSocket.
//!
//! Calls are encoded by the metadata of the chain, at the block they are signed for; so an upgrade of the runtime needs
//! no restart. The legacy calls of the node are used, as its pool tells by them why it turns something away.

use crate::{
    chain::{Certainty, Chain, ChainError, Inclusion, Report},
    feed::{FeedKey, Reading},
    metrics::Metrics,
};
use finch_client::{
    node::{self, at_block_error, client_error, extrinsic_error, open, progress_error, Connection, Transport},
    trouble::invalid,
    url::without_path,
};
use std::sync::Arc;
use subxt::{
    client::{ClientAtBlock, OfflineClientAtBlockT, OnlineClientAtBlockImpl, OnlineClientAtBlockT},
    config::{substrate::H256, SubstrateConfig},
    dynamic,
    error::{DispatchError, TransactionEventsError},
    ext::scale_encode::EncodeAsType,
    tx::{DynamicPayload, SubmittableTransaction, TransactionInBlock, TransactionStatus, TransactionsClient},
    utils::AccountId32,
};
use tokio::sync::Mutex;
use tracing::{debug, info};

/// The chain's pallet that takes reports.
const PALLET: &str = "Oracle";
/// Its call.
const CALL: &str = "feed_values";

/// The chain at a block.
type AtBlock = ClientAtBlock<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;

/// How a node is used.
#[derive(Clone, Debug)]
pub struct NodeOptions {
    /// A WebSocket URL.
    pub url: String,
    /// What URLs are taken.
    pub transport: Transport,
    /// For how many blocks a report may wait.
    pub mortality: u64,
    /// How sure a block has to be.
    pub certainty: Certainty,
}

/// A node. It connects when it is needed, and again after the connection is lost.
#[derive(Debug)]
pub struct Node {
    options: NodeOptions,
    metrics: Metrics,
    connection: Mutex<Option<Arc<Connection>>>,
}

/// The arguments of the call.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct FeedValues {
    values: Vec<(FeedKey, u128)>,
}

/// What the chain says about reports in general.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The version of its runtime.
    pub spec_version: u32,
    /// The most values of a report.
    pub max_values: u32,
    /// Who may report.
    pub operators: Vec<AccountId32>,
}

impl Node {
    /// Does not connect yet.
    pub fn new(options: NodeOptions, metrics: Metrics) -> Self {
        Self {
            options,
            metrics,
            connection: Mutex::new(None),
        }
    }

    /// What the chain says about reports, and whether it would understand these.
    pub async fn inspect(&self, batches: &[&[Reading]]) -> Result<Facts, ChainError> {
        let connection = self.connect().await?;
        let facts = facts(&connection, batches).await;
        self.keep(&connection, &facts).await;
        facts
    }

    /// The connection, a new one if there is none.
    async fn connect(&self) -> Result<Arc<Connection>, ChainError> {
        // The lock is held while connecting, so that operators do not connect one each.
        let mut slot = self.connection.lock().await;
        if let Some(connection) = slot.as_ref() {
            return Ok(connection.clone());
        }
        let connection = Arc::new(open(&self.options.url, self.options.transport).await?);
        let host = without_path(&self.options.url);
        info!("connected to {host}, genesis {:?}", connection.client.genesis_hash());
        self.metrics.connected.set(1);
        *slot = Some(connection.clone());
        Ok(connection)
    }

    /// Gives the connection up if what was done with it says that it broke. Not if there is a new one already.
    async fn keep<T>(&self, connection: &Arc<Connection>, outcome: &Result<T, ChainError>) {
        if !matches!(outcome, Err(ChainError::Connection(_))) {
            return;
        }
        let mut slot = self.connection.lock().await;
        if slot.as_ref().is_some_and(|current| Arc::ptr_eq(current, connection)) {
            *slot = None;
            self.metrics.connected.set(0);
        }
    }
}

impl Chain for Node {
    async fn next_nonce(&self, account: &AccountId32) -> Result<u64, ChainError> {
        let connection = self.connect().await?;
        let nonce = connection.legacy.system_account_next_index(account).await;
        let nonce = nonce.map_err(|error| client_error(error).into());
        self.keep(&connection, &nonce).await;
        nonce
    }

    async fn submit(&self, report: Report<'_>) -> Result<Inclusion, ChainError> {
        let connection = self.connect().await?;
        let outcome = send(&connection, &self.options, report).await;
        self.keep(&connection, &outcome).await;
        outcome
    }
}

async fn facts(connection: &Connection, batches: &[&[Reading]]) -> Result<Facts, ChainError> {
    let at = connection.client.at_current_block().await.map_err(at_block_error)?;
    let odd = |what: &str, error: String| ChainError::Refused(format!("the chain has no {what} as expected: {error}"));
    let max_values = at
        .constants()
        .entry(dynamic::constant::<u32>(PALLET, "MaxFeedValues"))
        .map_err(|error| odd("Oracle.MaxFeedValues", error.to_string()))?;
    let operators = at
        .runtime_apis()
        .call(dynamic::runtime_api_call::<_, Vec<AccountId32>>(
            "FeedsApi",
            "operators",
            (),
        ))
        .await
        .map_err(|error| odd("FeedsApi.operators", error.to_string()))?;
    for values in batches {
        at.transactions()
            .call_data(&call(values))
            .map_err(|error| odd("Oracle.feed_values", error.to_string()))?;
    }
    Ok(Facts {
        spec_version: at.spec_version(),
        max_values,
        operators,
    })
}

async fn send(connection: &Connection, options: &NodeOptions, report: Report<'_>) -> Result<Inclusion, ChainError> {
    let at: AtBlock = connection.client.at_current_block().await.map_err(at_block_error)?;
    let birth = (at.block_number(), at.block_hash());
    let mut progress = sign(&at.transactions(), report, options.mortality, birth)?
        .submit_and_watch()
        .await
        .map_err(extrinsic_error)?;
    debug!(
        "{}: sent {:?} with nonce {}",
        report.operator,
        progress.extrinsic_hash(),
        report.nonce
    );

    while let Some(status) = progress.next().await {
        match status.map_err(progress_error)? {
            TransactionStatus::InBestBlock(block) if options.certainty == Certainty::InBlock => {
                return result(&block, Certainty::InBlock).await
            }
            TransactionStatus::InFinalizedBlock(block) => return result(&block, Certainty::Finalized).await,
            TransactionStatus::InBestBlock(_)
            | TransactionStatus::Validated
            | TransactionStatus::Broadcasted
            | TransactionStatus::NoLongerInBestBlock => {}
            TransactionStatus::Error { message }
            | TransactionStatus::Invalid { message }
            | TransactionStatus::Dropped { message } => return Err(invalid(message).into()),
        }
    }
    Err(ChainError::Connection(
        "the node stopped telling what became of the report".to_owned(),
    ))
}

/// Signs a report that can be included after a block, up to `mortality` blocks later.
pub(crate) fn sign<C: OfflineClientAtBlockT<SubstrateConfig>>(
    transactions: &TransactionsClient<SubstrateConfig, C>,
    report: Report<'_>,
    mortality: u64,
    birth: (u64, H256),
) -> Result<SubmittableTransaction<SubstrateConfig, C>, ChainError> {
    let call = call(report.values);
    Ok(node::sign(
        transactions,
        &call,
        report.operator,
        report.nonce,
        mortality,
        birth,
    )?)
}

/// The result of a report in a block.
async fn result<C>(
    block: &TransactionInBlock<SubstrateConfig, C>,
    certainty: Certainty,
) -> Result<Inclusion, ChainError>
where
    C: OnlineClientAtBlockT<SubstrateConfig>,
{
    match block.wait_for_success().await {
        Ok(_) => Ok(Inclusion {
            block: format!("{:?}", block.block_hash()),
            certainty,
        }),
        Err(TransactionEventsError::ExtrinsicFailed(error)) => Err(dispatch_error(&error)),
        // It is in a block, and how it went cannot be read.
        Err(error) => Err(ChainError::Connection(error.to_string())),
    }
}

fn call(values: &[Reading]) -> DynamicPayload<FeedValues> {
    let values = values.iter().map(|reading| (reading.key, reading.value)).collect();
    dynamic::transaction(PALLET, CALL, FeedValues { values })
}

fn dispatch_error(error: &DispatchError) -> ChainError {
    let name = match error {
        DispatchError::Module(error) => error.details_string(),
        error => error.to_string(),
    };
    match name.as_str() {
        "Oracle::AlreadyFeeded" => ChainError::AlreadyFed,
        _ => ChainError::Dispatch { name },
    }
}

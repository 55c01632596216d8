// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A node of Finch behind a WebSocket.
//!
//! Calls are encoded by the metadata of the chain, at the block they are signed for; so an upgrade of the runtime needs
//! no restart. The legacy calls of the node are used, as its pool tells by them why it turns something away.

use crate::{
    chain::{invalid, rpc_error, Certainty, Chain, ChainError, Inclusion, Report},
    feed::{FeedKey, Reading},
    metrics::Metrics,
    source::without_path,
};
use std::sync::Arc;
use subxt::{
    backend::LegacyBackend,
    client::{ClientAtBlock, OfflineClientAtBlockT, OnlineClientAtBlockImpl, OnlineClientAtBlockT},
    config::{substrate::H256, DefaultExtrinsicParamsBuilder, RpcConfigFor, SubstrateConfig},
    dynamic,
    error::{
        BackendError, DispatchError, ExtrinsicError, OnlineClientAtBlockError, OnlineClientError, RpcError,
        TransactionEventsError, TransactionProgressError, TransactionStatusError,
    },
    ext::scale_encode::EncodeAsType,
    rpcs::{self, LegacyRpcMethods, RpcClient},
    tx::{DynamicPayload, SubmittableTransaction, TransactionInBlock, TransactionStatus, TransactionsClient},
    utils::AccountId32,
    OnlineClient,
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

/// What URLs are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// `wss://`, and `ws://` on this machine.
    Secure,
    /// `ws://` to other machines too. Whoever is on the way can keep reports from arriving; they cannot change them.
    Any,
}

/// A node. It connects when it is needed, and again after the connection is lost.
#[derive(Debug)]
pub struct Node {
    options: NodeOptions,
    metrics: Metrics,
    connection: Mutex<Option<Arc<Connection>>>,
}

/// A connection, as long as it holds.
#[derive(Debug)]
struct Connection {
    client: OnlineClient<SubstrateConfig>,
    legacy: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
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
        let connection = Arc::new(open(&self.options).await?);
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
        let nonce = nonce.map_err(client_error);
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

async fn open(options: &NodeOptions) -> Result<Connection, ChainError> {
    let rpc = match options.transport {
        Transport::Secure => RpcClient::from_url(&options.url).await,
        Transport::Any => RpcClient::from_insecure_url(&options.url).await,
    };
    let url = without_path(&options.url);
    let rpc = rpc.map_err(|error| match error {
        rpcs::Error::InsecureUrl(_) => ChainError::Refused(format!(
            "{url} is a plain connection to another machine: use wss://, or --allow-plain-ws in a network you trust"
        )),
        error => ChainError::Connection(format!("{url}: {}", without_prefix(&error))),
    })?;
    let backend = LegacyBackend::builder().build(rpc.clone());
    let client = OnlineClient::from_backend(Arc::new(backend))
        .await
        .map_err(|error| match error {
            OnlineClientError::CannotGetGenesisHash(error) => backend_error(error),
            error => ChainError::Connection(error.to_string()),
        })?;
    Ok(Connection {
        client,
        legacy: LegacyRpcMethods::new(rpc),
    })
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
            | TransactionStatus::Dropped { message } => return Err(invalid(message)),
        }
    }
    Err(ChainError::Connection(
        "the node stopped telling what became of the report".to_owned(),
    ))
}

/// Signs a report that can be included from a block on, for `mortality` blocks. The chain's extensions for assets as fees,
/// for a hash of its metadata and for the weight of a proof are left at nothing.
pub(crate) fn sign<C: OfflineClientAtBlockT<SubstrateConfig>>(
    transactions: &TransactionsClient<SubstrateConfig, C>,
    report: Report<'_>,
    mortality: u64,
    (number, hash): (u64, H256),
) -> Result<SubmittableTransaction<SubstrateConfig, C>, ChainError> {
    let params = DefaultExtrinsicParamsBuilder::new()
        .nonce(report.nonce)
        .mortal_from_unchecked(mortality, number, hash)
        .build();
    transactions
        .create_signable_offline(&call(report.values), params)
        .and_then(|mut signable| signable.sign(report.operator.keypair()))
        .map_err(extrinsic_error)
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

/// What a client says, without saying at each layer that it is one.
fn without_prefix(error: &rpcs::Error) -> String {
    error.to_string().replace("RPC error: client error: ", "")
}

fn client_error(error: rpcs::Error) -> ChainError {
    match error {
        rpcs::Error::User(error) => {
            let data = error.data.map(|data| data.get().trim_matches('"').to_owned());
            rpc_error(error.code, &error.message, &data.unwrap_or_default())
        }
        error => ChainError::Connection(without_prefix(&error)),
    }
}

fn backend_error(error: BackendError) -> ChainError {
    match error {
        BackendError::Rpc(RpcError::ClientError(error)) => client_error(error),
        error => ChainError::Connection(error.to_string()),
    }
}

fn at_block_error(error: OnlineClientAtBlockError) -> ChainError {
    use OnlineClientAtBlockError as E;
    match error {
        E::CannotGetCurrentBlock { reason }
        | E::CannotGetBlockHash { reason, .. }
        | E::CannotGetBlockHeader { reason, .. }
        | E::CannotGetSpecVersion { reason, .. } => backend_error(reason),
        error @ (E::BlockNotFound { .. } | E::BlockHeaderNotFound { .. } | E::CannotGetMetadata { .. }) => {
            ChainError::Connection(error.to_string())
        }
        error => ChainError::Refused(error.to_string()),
    }
}

fn extrinsic_error(error: ExtrinsicError) -> ChainError {
    match error {
        ExtrinsicError::ErrorSubmittingTransaction(error) | ExtrinsicError::TransactionStatusStreamError(error) => {
            backend_error(error)
        }
        ExtrinsicError::TransactionStatusError(error) => status_error(error),
        error => ChainError::Refused(error.to_string()),
    }
}

fn progress_error(error: TransactionProgressError) -> ChainError {
    match error {
        TransactionProgressError::CannotGetNextProgressUpdate(error) => backend_error(error),
        TransactionProgressError::TransactionStatusError(error) => status_error(error),
        error => ChainError::Connection(error.to_string()),
    }
}

fn status_error(error: TransactionStatusError) -> ChainError {
    invalid(error.to_string())
}

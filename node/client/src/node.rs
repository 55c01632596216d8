// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A node behind a WebSocket.
//!
//! Calls are encoded by the metadata of the chain, at the block they are signed for; so an upgrade of the runtime needs
//! no restart. The legacy calls of the node are used, as its pool tells by them why it turns something away.

use crate::{
    key::Key,
    trouble::{invalid, rpc_error, Trouble},
    url::without_path,
};
use std::sync::Arc;
use subxt::{
    backend::LegacyBackend,
    client::OfflineClientAtBlockT,
    config::{substrate::H256, DefaultExtrinsicParamsBuilder, RpcConfigFor, SubstrateConfig},
    error::{
        BackendError, ExtrinsicError, OnlineClientAtBlockError, OnlineClientError, RpcError, TransactionProgressError,
        TransactionStatusError,
    },
    rpcs::{self, LegacyRpcMethods, RpcClient},
    tx::{Payload, SubmittableTransaction, TransactionsClient},
    OnlineClient,
};

/// What URLs are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// `wss://`, and `ws://` on this machine.
    Secure,
    /// `ws://` to other machines too. Whoever is on the way can keep transactions from arriving; they cannot change them.
    Any,
}

/// A connection, as long as it holds.
#[derive(Clone, Debug)]
pub struct Connection {
    /// What reads, and encodes by the metadata.
    pub client: OnlineClient<SubstrateConfig>,
    /// The legacy calls.
    pub legacy: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
}

/// Connects. `url` is a WebSocket URL; errors tell only its host.
pub async fn open(url: &str, transport: Transport) -> Result<Connection, Trouble> {
    let rpc = match transport {
        Transport::Secure => RpcClient::from_url(url).await,
        Transport::Any => RpcClient::from_insecure_url(url).await,
    };
    let place = without_path(url);
    let rpc = rpc.map_err(|error| match error {
        rpcs::Error::InsecureUrl(_) => Trouble::Refused(format!(
            "{place} is a plain connection to another machine: use wss://, or --allow-plain-ws in a network you trust"
        )),
        error => Trouble::Connection(format!("{place}: {}", without_prefix(&error))),
    })?;
    let backend = LegacyBackend::builder().build(rpc.clone());
    let client = OnlineClient::from_backend(Arc::new(backend))
        .await
        .map_err(|error| match error {
            OnlineClientError::CannotGetGenesisHash(error) => backend_error(error),
            error => Trouble::Connection(error.to_string()),
        })?;
    Ok(Connection {
        client,
        legacy: LegacyRpcMethods::new(rpc),
    })
}

/// Signs a call that can be included after a block, up to `mortality` blocks later (exclusive). The chain's extensions
/// for assets as fees, for a hash of its metadata and for the weight of a proof are left at nothing.
pub fn sign<C: OfflineClientAtBlockT<SubstrateConfig>>(
    transactions: &TransactionsClient<SubstrateConfig, C>,
    call: &impl Payload,
    key: &Key,
    nonce: u64,
    mortality: u64,
    (number, hash): (u64, H256),
) -> Result<SubmittableTransaction<SubstrateConfig, C>, Trouble> {
    let params = DefaultExtrinsicParamsBuilder::new()
        .nonce(nonce)
        .mortal_from_unchecked(mortality, number, hash)
        .build();
    transactions
        .create_signable_offline(call, params)
        .and_then(|mut signable| signable.sign(key.keypair()))
        .map_err(extrinsic_error)
}

/// What a client says, without saying at each layer that it is one.
fn without_prefix(error: &rpcs::Error) -> String {
    error.to_string().replace("RPC error: client error: ", "")
}

/// An error of a call of the node.
pub fn client_error(error: rpcs::Error) -> Trouble {
    match error {
        rpcs::Error::User(error) => {
            let data = error.data.map(|data| data.get().trim_matches('"').to_owned());
            rpc_error(error.code, &error.message, &data.unwrap_or_default())
        }
        error => Trouble::Connection(without_prefix(&error)),
    }
}

/// An error of what is below the client.
pub fn backend_error(error: BackendError) -> Trouble {
    match error {
        BackendError::Rpc(RpcError::ClientError(error)) => client_error(error),
        error => Trouble::Connection(error.to_string()),
    }
}

/// An error of looking at a block.
pub fn at_block_error(error: OnlineClientAtBlockError) -> Trouble {
    use OnlineClientAtBlockError as E;
    match error {
        E::CannotGetCurrentBlock { reason }
        | E::CannotGetBlockHash { reason, .. }
        | E::CannotGetBlockHeader { reason, .. }
        | E::CannotGetSpecVersion { reason, .. } => backend_error(reason),
        error @ (E::BlockNotFound { .. } | E::BlockHeaderNotFound { .. } | E::CannotGetMetadata { .. }) => {
            Trouble::Connection(error.to_string())
        }
        error => Trouble::Refused(error.to_string()),
    }
}

/// An error of encoding, signing or sending a transaction.
pub fn extrinsic_error(error: ExtrinsicError) -> Trouble {
    match error {
        ExtrinsicError::ErrorSubmittingTransaction(error) | ExtrinsicError::TransactionStatusStreamError(error) => {
            backend_error(error)
        }
        ExtrinsicError::TransactionStatusError(error) => status_error(error),
        error => Trouble::Refused(error.to_string()),
    }
}

/// An error of waiting for a transaction.
pub fn progress_error(error: TransactionProgressError) -> Trouble {
    match error {
        TransactionProgressError::CannotGetNextProgressUpdate(error) => backend_error(error),
        TransactionProgressError::TransactionStatusError(error) => status_error(error),
        error => Trouble::Connection(error.to_string()),
    }
}

fn status_error(error: TransactionStatusError) -> Trouble {
    invalid(error.to_string())
}

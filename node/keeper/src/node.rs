// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! A node of Finch behind a WebSocket. Calls, reads and events are encoded and decoded by the metadata of the chain, by their
//! names; what this program needs of them is checked when it connects.

use crate::{
    call::{payload, Call},
    chain::{Block, Duty, Event, Fact, Glance, Head, Link, Signed, Tasks, Vault},
    duties::{self, Coin, Feed, FeedInfo, Health, Metric, SeriesInfo, Style, Terms},
    settings::Settings,
};
use finch_client::{
    endpoints::{Connect, Greeting},
    key::Key,
    node::{at_block_error, backend_error, client_error, extrinsic_error, open, sign, Connection, Transport},
    trouble::Trouble,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Mutex,
};
use subxt::{
    backend::BlockRef,
    client::{ClientAtBlock, OfflineClientAtBlockT, OnlineClientAtBlockImpl},
    config::{
        substrate::{BlakeTwo256, SubstrateConfig, SubstrateHeader, H256},
        Hasher,
    },
    dynamic::{self, Value},
    error::{DispatchError, EventsError, RuntimeApiError, StorageError},
    events::{Events, Phase},
    ext::{
        codec::{Compact, Decode, Encode},
        frame_decode::storage::{IntoDecodableValues, IntoEncodableValues},
        futures::FutureExt,
        scale_decode::DecodeAsType,
    },
    rpcs::client::RpcSubscription,
    storage::PrefixOf,
    utils::AccountId32,
    ArcMetadata,
};

/// The chain at a block.
pub(crate) type AtBlock = ClientAtBlock<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;
/// The most vaults in an answer of the chain.
const PAGE: u32 = 256;
/// Decimals of native.
const NATIVE_DECIMALS: u32 = 12;

/// Connects to nodes of Finch.
#[derive(Debug)]
pub struct Nodes {
    /// What URLs are taken.
    pub transport: Transport,
    /// For how many blocks a transaction can be included.
    pub mortality: u64,
    /// Who signs.
    pub key: Key,
    /// What the chain has to know.
    pub needs: Needs,
}

/// What the keeper uses of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Vaults of margined options.
    pub margin: bool,
    /// What else.
    pub tasks: Tasks,
}

impl Needs {
    /// What these settings need.
    pub fn of(settings: &Settings) -> Self {
        Self {
            margin: settings.margin.call || settings.margin.liquidate,
            tasks: crate::keeper::tasks(settings),
        }
    }
}

/// A node that is connected.
#[derive(Debug)]
pub struct Node {
    connection: Connection,
    // Only for the bound on threads: nobody else asks it.
    heads: tokio::sync::Mutex<RpcSubscription<SubstrateHeader<H256>>>,
    key: Key,
    mortality: u64,
    /// What never changes of the series that were seen.
    terms: Mutex<HashMap<u32, Terms>>,
}

impl Connect for Nodes {
    type Link = Node;

    async fn connect(&self, url: &str) -> Result<(Node, Greeting), Trouble> {
        let connection = open(url, self.transport).await?;
        let heads = connection
            .legacy
            .chain_subscribe_new_heads()
            .await
            .map_err(client_error)?;
        let best = connection.legacy.chain_get_header(None).await.map_err(client_error)?;
        let best = best.ok_or_else(|| Trouble::Connection("the node has no best block".to_owned()))?;
        let node = Node {
            connection,
            heads: heads.into(),
            key: self.key.clone(),
            mortality: self.mortality,
            terms: Mutex::default(),
        };
        let at = node
            .connection
            .client
            .at_current_block()
            .await
            .map_err(at_block_error)?;
        check(&at, self.needs).map_err(Trouble::Refused)?;
        let greeting = Greeting {
            genesis: node.connection.client.genesis_hash(),
            best: best.number,
        };
        Ok((node, greeting))
    }
}

/// Whether the chain knows what the keeper uses. The error says what is missing, and which setting does without.
pub fn check<C: OfflineClientAtBlockT<SubstrateConfig>>(
    at: &ClientAtBlock<SubstrateConfig, C>,
    needs: Needs,
) -> Result<(), String> {
    for (wanted, setting, calls, apis, entries) in duties::uses(needs) {
        if !wanted {
            continue;
        }
        let missing = |what: String| {
            format!("the chain has no {what} as this program uses it: see whether --url is a node of Finch of the same version, or set {setting}")
        };
        for call in calls {
            let known = at.transactions().call_data(&call.payload());
            known.map_err(|error| missing(format!("{call} ({error})")))?;
        }
        for (api, method) in apis {
            let known = at.metadata_ref().runtime_api_trait_by_name(api);
            let known = known.and_then(|api| api.method_by_name(method).map(|_| ()));
            known.ok_or_else(|| missing(format!("{api}.{method}")))?;
        }
        for (pallet, entry) in entries {
            let known = at.storage().entry((pallet, entry)).map(|_| ());
            known.map_err(|error| missing(format!("{pallet}.{entry} ({error})")))?;
        }
    }
    Ok(())
}

/// A read that the chain answers otherwise than expected.
fn odd(what: &str, error: impl std::fmt::Display) -> Trouble {
    Trouble::Refused(format!(
        "the chain answers {what} in a way this program does not know: {error}"
    ))
}

/// Asks a runtime API.
pub(crate) async fn ask<R: DecodeAsType, A: IntoEncodableValues>(
    at: &AtBlock,
    api: &str,
    method: &str,
    args: A,
) -> Result<R, Trouble> {
    let call = dynamic::runtime_api_call::<A, R>(api, method, args);
    at.runtime_apis().call(call).await.map_err(|error| match error {
        RuntimeApiError::CannotCallApi(error) => backend_error(error),
        error => odd(&format!("{api}.{method}"), error),
    })
}

fn storage_trouble(what: &str, error: StorageError) -> Trouble {
    match error {
        StorageError::CannotFetchValue(error)
        | StorageError::CannotIterateValues(error)
        | StorageError::StreamFailure(error) => backend_error(error),
        error => odd(what, error),
    }
}

/// A value of the state, with its bytes; `None` without one.
pub(crate) async fn value<R: DecodeAsType, K: IntoEncodableValues + IntoDecodableValues>(
    at: &AtBlock,
    pallet: &str,
    entry: &str,
    key: K,
) -> Result<Option<(R, Vec<u8>)>, Trouble> {
    let what = format!("{pallet}.{entry}");
    let address = dynamic::storage::<K, R>(pallet, entry);
    let at = at.storage();
    let found = at.entry(address).map_err(|error| storage_trouble(&what, error))?;
    let found = found
        .try_fetch(key)
        .await
        .map_err(|error| storage_trouble(&what, error))?;
    let Some(found) = found else {
        return Ok(None);
    };
    let decoded = found.decode().map_err(|error| odd(&what, error))?;
    Ok(Some((decoded, found.into_bytes())))
}

/// Entries of a map below a part of its key, at most so many.
pub(crate) async fn entries<K, P, R>(
    at: &AtBlock,
    pallet: &str,
    entry: &str,
    prefix: P,
    most: usize,
) -> Result<Vec<(K, R)>, Trouble>
where
    K: IntoEncodableValues + IntoDecodableValues,
    P: PrefixOf<K>,
    R: DecodeAsType,
{
    let what = format!("{pallet}.{entry}");
    let address = dynamic::storage::<K, R>(pallet, entry);
    let at = at.storage();
    let map = at.entry(address).map_err(|error| storage_trouble(&what, error))?;
    let mut all = map.iter(prefix).await.map_err(|error| storage_trouble(&what, error))?;
    let mut found = Vec::new();
    while found.len() < most {
        let Some(next) = all.next().await else {
            break;
        };
        let next = next.map_err(|error| storage_trouble(&what, error))?;
        let key = next
            .key()
            .and_then(|key| key.decode())
            .map_err(|error| odd(&what, error))?;
        let value = next.value().decode().map_err(|error| odd(&what, error))?;
        found.push((key, value));
    }
    Ok(found)
}

/// What blocks have room for.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct BlockWeights {
    per_class: PerClass,
}

/// By the class of transactions.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct PerClass {
    normal: Limits,
}

/// What one transaction may take.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub(crate) struct Limits {
    pub(crate) max_extrinsic: Option<Weight>,
}

impl Limits {
    /// Whether a transaction of so much time and proof may be included. Without a limit, any.
    pub(crate) fn has_room(&self, time: u64, proof: u64) -> bool {
        let within = |most: &Weight| time <= most.ref_time && proof <= most.proof_size;
        self.max_extrinsic.as_ref().is_none_or(within)
    }
}

/// Time in picoseconds, proof in bytes.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub(crate) struct Weight {
    pub(crate) ref_time: u64,
    pub(crate) proof_size: u64,
}

/// What an account has.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AccountInfo {
    nonce: u64,
    data: AccountData,
}

/// Its money, in planck.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AccountData {
    free: u128,
    frozen: u128,
}

impl Node {
    async fn at(&self, head: &Head) -> Result<AtBlock, Trouble> {
        let at = self.connection.client.at_block(head.hash).await;
        at.map_err(at_block_error)
    }

    /// The terms of all series that are not closed, those that are new read, those that are gone forgotten.
    async fn series(&self, at: &AtBlock) -> Result<BTreeMap<u32, Terms>, Trouble> {
        let mut found = BTreeMap::new();
        let mut from = 0_u32;
        loop {
            let ids: Vec<u32> = ask(at, "OptionsApi", "option_series_ids", (from, PAGE)).await?;
            for id in &ids {
                let known = self.terms.lock().ok().and_then(|terms| terms.get(id).cloned());
                let terms = match known {
                    Some(terms) => Some(terms),
                    None => series(at, *id).await?.map(|info| info.series.terms),
                };
                found.extend(terms.map(|terms| (*id, terms)));
            }
            let full = u32::try_from(ids.len()).is_ok_and(|count| count >= PAGE);
            match ids.last().and_then(|last| last.checked_add(1)).filter(|_| full) {
                Some(next) => from = next,
                None => break,
            }
        }
        if let Ok(mut terms) = self.terms.lock() {
            *terms = found.iter().map(|(id, terms)| (*id, terms.clone())).collect();
        }
        Ok(found)
    }
}

/// What is known of a series.
pub(crate) async fn series(at: &AtBlock, id: u32) -> Result<Option<SeriesInfo>, Trouble> {
    ask(at, "OptionsApi", "option_series", (id,)).await
}

/// The chain's clock, in milliseconds.
async fn clock(at: &AtBlock) -> Result<u64, Trouble> {
    let now = value::<u64, ()>(at, "Timestamp", "Now", ()).await?;
    Ok(now.map(|(now, _)| now).unwrap_or_default())
}

impl Link for Node {
    fn genesis(&self) -> H256 {
        self.connection.client.genesis_hash()
    }

    async fn next_head(&mut self) -> Result<Head, Trouble> {
        let gone = || Trouble::Connection("the node tells no blocks any more".to_owned());
        let heads = self.heads.get_mut();
        let mut header = heads.next().await.ok_or_else(gone)?.map_err(client_error)?;
        // Of those that came while nobody waited, only the last one is of use.
        while let Some(next) = heads.next().now_or_never() {
            header = next.ok_or_else(gone)?.map_err(client_error)?;
        }
        // Its hash is that of what it encodes to.
        let hash = BlakeTwo256.hash(&header.encode());
        Ok(Head {
            number: header.number,
            hash,
            parent: header.parent_hash,
        })
    }

    async fn finalised(&self) -> Result<u64, Trouble> {
        let hash = self
            .connection
            .legacy
            .chain_get_finalized_head()
            .await
            .map_err(client_error)?;
        let header = self
            .connection
            .legacy
            .chain_get_header(Some(hash))
            .await
            .map_err(client_error)?;
        let gone = || Trouble::Connection("the node does not know its own final block".to_owned());
        Ok(header.ok_or_else(gone)?.number)
    }

    async fn block(&self, number: u64) -> Result<Block, Trouble> {
        let short = u32::try_from(number).map_err(|error| odd("chain_getBlockHash", error))?;
        let gone = || {
            Trouble::Refused(format!(
                "the node does not keep block {number}: use one that keeps all, with --blocks-pruning archive-canonical"
            ))
        };
        let legacy = &self.connection.legacy;
        let hash = legacy
            .chain_get_block_hash(Some(short.into()))
            .await
            .map_err(client_error)?;
        let hash = hash.ok_or_else(gone)?;
        let block = legacy
            .chain_get_block(Some(hash))
            .await
            .map_err(client_error)?
            .ok_or_else(gone)?;
        let at = self
            .connection
            .client
            .at_block_hash_and_number(BlockRef::from_hash(hash), number)
            .await;
        let events = match at {
            Ok(at) => match at.events().fetch().await {
                Ok(events) => Some(facts(&events, at.metadata())?),
                Err(EventsError::CannotFetchEventBytes(error)) => known_no_more(backend_error(error))?,
                Err(error) => return Err(odd("System.Events", error)),
            },
            Err(error) => known_no_more(at_block_error(error))?,
        };
        Ok(Block {
            transactions: block
                .block
                .extrinsics
                .iter()
                .map(|bytes| BlakeTwo256.hash(&bytes.0))
                .collect(),
            events,
        })
    }

    async fn glance(&self, head: &Head) -> Result<Option<Glance>, Trouble> {
        let short = u32::try_from(head.number).map_err(|error| odd("chain_getBlockHash", error))?;
        let best = self.connection.legacy.chain_get_block_hash(Some(short.into())).await;
        if best.map_err(client_error)? != Some(head.hash) {
            return Ok(None);
        }
        let at = self.at(head).await?;
        let account = value::<AccountInfo, _>(&at, "System", "Account", (*self.key.account(),)).await?;
        let (nonce, free) = account.map_or((0, 0), |(info, _)| {
            (info.nonce, info.data.free.saturating_sub(info.data.frozen))
        });
        let events = at.events().fetch().await.map_err(|error| match error {
            EventsError::CannotFetchEventBytes(error) => backend_error(error),
            error => odd("System.Events", error),
        })?;
        let mut pallets = BTreeSet::new();
        for event in events.iter() {
            let event = event.map_err(|error| odd("System.Events", error))?;
            pallets.insert(event.pallet_name().to_owned());
        }
        let feeds: Vec<FeedInfo> = ask(&at, "FeedsApi", "feeds", ()).await?;
        let prices = feeds.into_iter().filter_map(|info| match (info.key.metric, info.feed) {
            (Metric::Price, Feed::Fresh(price)) => Some((info.key.coin.asset(), price)),
            _ => None,
        });
        Ok(Some(Glance {
            now: clock(&at).await?,
            nonce,
            free,
            pallets,
            prices: prices.collect(),
        }))
    }

    async fn vaults(&self, head: &Head, glance: &Glance) -> Result<Vec<Vault>, Trouble> {
        let at = self.at(head).await?;
        let mut vaults = Vec::new();
        for (id, terms) in self.series(&at).await? {
            if terms.style != Style::European || terms.expiry <= glance.now {
                continue;
            }
            let mut after: Option<AccountId32> = None;
            loop {
                let page: Vec<(AccountId32, Health)> = {
                    let after = match after {
                        Some(account) => Value::unnamed_variant("Some", [Value::from_bytes(account.0)]),
                        None => Value::unnamed_variant("None", []),
                    };
                    let args = vec![Value::u128(id.into()), after, Value::u128(PAGE.into())];
                    ask(&at, "OptionsApi", "option_vaults", args).await?
                };
                after = page.last().map(|(owner, _)| *owner);
                let full = u32::try_from(page.len()).is_ok_and(|count| count >= PAGE);
                let open = page
                    .into_iter()
                    .filter(|(_, health)| health.callable || health.liquidatable || health.called_until.is_some());
                vaults.extend(open.map(|(owner, health)| Vault {
                    series: id,
                    owner,
                    callable: health.callable,
                    liquidatable: health.liquidatable,
                    called_until: health.called_until,
                    value: worth(&terms, health.collateral, &glance.prices),
                }));
                if !full {
                    break;
                }
            }
        }
        Ok(vaults)
    }

    async fn duties(&self, head: &Head, glance: &Glance, tasks: Tasks) -> Result<Vec<Duty>, Trouble> {
        let at = self.at(head).await?;
        let terms = match tasks.options {
            true => self.series(&at).await?,
            false => BTreeMap::new(),
        };
        duties::read(&at, head, glance.now, tasks, &terms).await
    }

    async fn sign(&self, calls: &[Call], nonce: u64) -> Result<Signed, Trouble> {
        let at = self
            .connection
            .client
            .at_current_block()
            .await
            .map_err(at_block_error)?;
        let birth = (at.block_number(), at.block_hash());
        let signed = sign(
            &at.transactions(),
            &payload(calls),
            &self.key,
            nonce,
            self.mortality,
            birth,
        )?;
        let bytes = signed.encoded().to_vec();
        let length = u32::try_from(bytes.len()).map_err(|error| odd("a transaction", error))?;
        let question = [bytes.clone(), length.encode()].concat();
        let name = "TransactionPaymentApi_query_info";
        let answer = at.runtime_apis().call_raw(name, Some(&question)).await;
        let answer = answer.map_err(|error| match error {
            RuntimeApiError::CannotCallApi(error) => backend_error(error),
            error => odd(name, error),
        })?;
        // Weight in two parts, class, fee.
        type Info = (Compact<u64>, Compact<u64>, u8, u128);
        let (Compact(time), Compact(proof), _, fee) =
            Info::decode(&mut answer.as_slice()).map_err(|error| odd(name, error))?;
        let limits = at
            .constants()
            .entry(dynamic::constant::<BlockWeights>("System", "BlockWeights"));
        let limits = limits.map_err(|error| odd("System.BlockWeights", error))?;
        Ok(Signed {
            hash: signed.hash(),
            nonce,
            bytes,
            birth: birth.0,
            death: birth.0.saturating_add(self.mortality),
            fee,
            fits: limits.per_class.normal.has_room(time, proof),
        })
    }

    async fn submit(&self, bytes: &[u8]) -> Result<(), Trouble> {
        let sent = self.connection.legacy.author_submit_extrinsic(bytes).await;
        sent.map(|_| ()).map_err(client_error)
    }

    async fn try_call(&self, head: &Head, call: &Call) -> Result<Result<(), String>, Trouble> {
        let at = self.at(head).await?;
        // It encodes, or the chain does not know it.
        at.transactions().call_data(&call.payload()).map_err(extrinsic_error)?;
        let signed = Value::unnamed_variant("Signed", [Value::from_bytes(self.key.account().0)]);
        let origin = Value::unnamed_variant("system", [signed]);
        // The version of XCM in which it would tell what is sent elsewhere. Nothing is.
        let args = vec![origin, call.value(), Value::u128(5)];
        let name = "DryRunApi_dry_run_call";
        let question = dynamic::runtime_api_call::<_, Value>("DryRunApi", "dry_run_call", args);
        let question = at
            .runtime_apis()
            .encode_args(question)
            .map_err(|error| odd(name, error))?;
        let answer = at.runtime_apis().call_raw(name, Some(&question)).await;
        let answer = answer.map_err(|error| match error {
            RuntimeApiError::CannotCallApi(error) => backend_error(error),
            error => odd(name, error),
        })?;
        verdict(&answer, at.metadata()).ok_or_else(|| odd(name, "it is cut short"))
    }
}

/// What a dry run of a call says: that it could be made, and how it went, with the weight that it took and whether it is
/// paid for in both cases.
pub(crate) fn verdict(answer: &[u8], metadata: ArcMetadata) -> Option<Result<(), String>> {
    let rest = &mut { answer };
    if u8::decode(rest).ok()? != 0 {
        return Some(Err("the chain cannot try calls now".to_owned()));
    }
    match u8::decode(rest).ok()? {
        0 => Some(Ok(())),
        _ => {
            // The weight is there or not, and then whether it is paid for; the error comes last.
            if u8::decode(rest).ok()? == 1 {
                <(Compact<u64>, Compact<u64>)>::decode(rest).ok()?;
            }
            u8::decode(rest).ok()?;
            Some(Err(error_name(rest, metadata)))
        }
    }
}

/// What the chain calls an error, such as `Options::NotCallable`.
fn error_name(bytes: &[u8], metadata: ArcMetadata) -> String {
    match DispatchError::decode_from(bytes.to_vec(), metadata) {
        Ok(DispatchError::Module(error)) => error.details_string(),
        Ok(error) => error.to_string(),
        Err(error) => format!("an error that cannot be read: {error}"),
    }
}

/// A node whose state of a block is gone says so with an error of its own; a connection that broke is another thing.
fn known_no_more<T>(trouble: Trouble) -> Result<Option<T>, Trouble> {
    let text = trouble.to_string();
    match text.contains("State already discarded") || text.contains("UnknownBlock") {
        true => Ok(None),
        false => Err(trouble),
    }
}

/// What the keeper wants to know of the events of a block.
pub(crate) fn facts(events: &Events<SubstrateConfig>, metadata: ArcMetadata) -> Result<Vec<Event>, Trouble> {
    let mut found = Vec::new();
    for event in events.iter() {
        let event = event.map_err(|error| odd("System.Events", error))?;
        let name = (event.pallet_name(), event.event_name());
        let unreadable = |error: EventsError| odd(&format!("{}.{}", name.0, name.1), error);
        let error_of = |bytes: &[u8]| error_name(bytes, metadata.clone());
        let fact = match name {
            ("TransactionPayment", "TransactionFeePaid") => {
                let paid = event.decode_fields_unchecked_as::<FeePaid>().map_err(unreadable)?;
                Fact::Fee(paid.actual_fee)
            }
            ("Utility", "ItemCompleted") => Fact::ItemDone,
            ("Utility", "ItemFailed") => Fact::ItemFailed(error_of(event.field_bytes())),
            ("System", "ExtrinsicSuccess") => Fact::Success,
            ("System", "ExtrinsicFailed") => Fact::Failure(error_of(event.field_bytes())),
            ("Options", "LiquidationOpened") => {
                let opened = event.decode_fields_unchecked_as::<Opened>().map_err(unreadable)?;
                Fact::SaleOpened {
                    sale: opened.vault,
                    series: opened.series,
                    owner: opened.owner,
                    caller: opened.caller,
                }
            }
            ("Options", "Liquidated") => {
                let sold = event.decode_fields_unchecked_as::<Sold>().map_err(unreadable)?;
                Fact::Sold {
                    sale: sold.vault,
                    reward: sold.reward,
                }
            }
            ("Options", "LiquidationEnded") => {
                let ended = event.decode_fields_unchecked_as::<Ended>().map_err(unreadable)?;
                Fact::SaleEnded { sale: ended.vault }
            }
            _ => continue,
        };
        found.push(Event {
            index: event.index(),
            transaction: match event.phase() {
                Phase::ApplyExtrinsic(at) => usize::try_from(at).ok(),
                Phase::Initialization | Phase::Finalization => None,
            },
            fact,
        });
    }
    Ok(found)
}

/// `TransactionPayment.TransactionFeePaid`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct FeePaid {
    actual_fee: u128,
}

/// `Options.LiquidationOpened`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Opened {
    series: u32,
    owner: AccountId32,
    vault: u64,
    caller: AccountId32,
}

/// `Options.Liquidated`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Sold {
    vault: u64,
    reward: u128,
}

/// `Options.LiquidationEnded`.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Ended {
    vault: u64,
}

/// What collateral is worth, in planck, rounded down. `None` without fresh prices, or if it does not fit.
pub(crate) fn worth(terms: &Terms, units: u128, prices: &BTreeMap<Option<u32>, u128>) -> Option<u128> {
    let asset = match terms.collateral {
        Coin::Native => return Some(units),
        asset @ Coin::Asset(_) => asset,
    };
    let of_asset = *prices.get(&asset.asset())?;
    let of_native = *prices.get(&None)?;
    // A whole coin of each is so many units; the price of a unit in planck is the quotient of what a unit is worth.
    let decimals = u32::from(terms.decimals.collateral);
    let (over, under) = match decimals.checked_sub(NATIVE_DECIMALS) {
        Some(more) => (1, 10_u128.checked_pow(more)?),
        None => (10_u128.checked_pow(NATIVE_DECIMALS.checked_sub(decimals)?)?, 1),
    };
    mul_div(mul_div(units, of_asset, of_native)?, over, under)
}

/// `a * b / c`, rounded down, whatever `a * b` is; `None` if it does not fit, or without a `c`.
pub(crate) fn mul_div(a: u128, b: u128, c: u128) -> Option<u128> {
    if let Some(product) = a.checked_mul(b) {
        return product.checked_div(c);
    }
    // Long multiplication by the bits of `b`, from the highest on: quotient and rest so far stay exact.
    let (whole, part) = (a.checked_div(c)?, a.checked_rem(c)?);
    let (mut quotient, mut rest) = (0_u128, 0_u128);
    for bit in (0..128_u32).rev() {
        quotient = quotient.checked_mul(2)?;
        (quotient, rest) = add_mod(quotient, rest, rest, c)?;
        if b.checked_shr(bit)? & 1 == 1 {
            quotient = quotient.checked_add(whole)?;
            (quotient, rest) = add_mod(quotient, rest, part, c)?;
        }
    }
    Some(quotient)
}

/// `rest + more` below `c`, with what is above it in the quotient. Both are below `c`.
fn add_mod(quotient: u128, rest: u128, more: u128, c: u128) -> Option<(u128, u128)> {
    let room = c.checked_sub(more)?;
    match rest.checked_sub(room) {
        Some(rest) => Some((quotient.checked_add(1)?, rest)),
        None => Some((quotient, rest.checked_add(more)?)),
    }
}

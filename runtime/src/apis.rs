// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What the node and clients ask the runtime. Every question is answered by a pallet.

use crate::{
    adapters::OracleFeeds,
    configs::{
        money::NativeOrAsset,
        synth::NativeSynth,
        xcm::{LocationToAccountId, NativeLocation, XcmConfig, XcmRouter},
    },
    constants::{RELAY_PARENT_OFFSET, SLOT_DURATION, SYNTH_ASSET_ID},
    feeds_api, genesis_presets, AccountId, AssetConversion, Auctions, AuraId, Balance, Block, BlockNumber, Buyback,
    ConsensusHook, Executive, InherentDataExt, Insurance, Nonce, Options, OriginCaller, ParachainInfo, ParachainSystem,
    PolkadotXcm, RateCurve, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, SessionKeys, Staking,
    StakingDerivatives, StakingEtf, StakingSynth, System, TransactionPayment, VERSION,
};
use alloc::{vec, vec::Vec};
use cumulus_primitives_core::{ParaId, VerifySchedulingSignature};
use finch_ports::{Feed, PriceFeed};
use finch_types::{
    AssetId, AuctionId, EraIndex, FeedKey, FixedI128, FixedU128, Moment, OptionId, SeriesId, Tick, TicketId, TrancheId,
};
use frame_support::{
    genesis_builder_helper::{build_state, get_preset},
    view_functions::{ViewFunctionDispatchError, ViewFunctionId},
    weights::Weight,
};
use pallet_insurance::types::ProductId;
use pallet_staking_synth::types::{Books, MintQuote, RedeemQuote, RedeemStatus, Ticket};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
    traits::Block as BlockT,
    transaction_validity::{TransactionSource, TransactionValidity},
    ApplyExtrinsicResult, DispatchError,
};
use sp_version::RuntimeVersion;
use xcm::{
    latest::AssetId as XcmAssetId, Version as XcmVersion, VersionedAssetId, VersionedAssets, VersionedLocation,
    VersionedXcm,
};
use xcm_runtime_apis::{
    dry_run::{CallDryRunEffects, Error as XcmDryRunApiError, XcmDryRunEffects},
    fees::Error as XcmPaymentApiError,
};

impl_runtime_apis! {
    impl sp_api::Core<Block> for Runtime {
        fn version() -> RuntimeVersion {
            VERSION
        }

        fn execute_block(block: <Block as BlockT>::LazyBlock) {
            Executive::execute_block(block)
        }

        fn initialize_block(header: &<Block as BlockT>::Header) -> sp_runtime::ExtrinsicInclusionMode {
            Executive::initialize_block(header)
        }
    }

    impl sp_api::Metadata<Block> for Runtime {
        fn metadata() -> OpaqueMetadata {
            OpaqueMetadata::new(Runtime::metadata().into())
        }

        fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
            Runtime::metadata_at_version(version)
        }

        fn metadata_versions() -> Vec<u32> {
            Runtime::metadata_versions()
        }
    }

    impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
        fn execute_view_function(id: ViewFunctionId, input: Vec<u8>) -> Result<Vec<u8>, ViewFunctionDispatchError> {
            Runtime::execute_view_function(id, input)
        }
    }

    impl sp_block_builder::BlockBuilder<Block> for Runtime {
        fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
            Executive::apply_extrinsic(extrinsic)
        }

        fn finalize_block() -> <Block as BlockT>::Header {
            Executive::finalize_block()
        }

        fn inherent_extrinsics(data: sp_inherents::InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
            data.create_extrinsics()
        }

        fn check_inherents(
            block: <Block as BlockT>::LazyBlock,
            data: sp_inherents::InherentData,
        ) -> sp_inherents::CheckInherentsResult {
            data.check_extrinsics(&block)
        }
    }

    impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
        fn validate_transaction(
            source: TransactionSource,
            tx: <Block as BlockT>::Extrinsic,
            block_hash: <Block as BlockT>::Hash,
        ) -> TransactionValidity {
            Executive::validate_transaction(source, tx, block_hash)
        }
    }

    impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
        fn offchain_worker(header: &<Block as BlockT>::Header) {
            Executive::offchain_worker(header)
        }
    }

    impl sp_session::SessionKeys<Block> for Runtime {
        fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> sp_session::OpaqueGeneratedSessionKeys {
            SessionKeys::generate(&owner, seed).into()
        }

        fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
            SessionKeys::decode_into_raw_public_keys(&encoded)
        }
    }

    impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
        fn slot_duration() -> sp_consensus_aura::SlotDuration {
            sp_consensus_aura::SlotDuration::from_millis(SLOT_DURATION)
        }

        fn authorities() -> Vec<AuraId> {
            pallet_aura::Authorities::<Runtime>::get().into_inner()
        }
    }

    impl cumulus_primitives_aura::AuraUnincludedSegmentApi<Block> for Runtime {
        fn can_build_upon(included_hash: <Block as BlockT>::Hash, slot: cumulus_primitives_aura::Slot) -> bool {
            ConsensusHook::can_build_upon(included_hash, slot)
        }
    }

    impl cumulus_primitives_core::CollectCollationInfo<Block> for Runtime {
        fn collect_collation_info(header: &<Block as BlockT>::Header) -> cumulus_primitives_core::CollationInfo {
            ParachainSystem::collect_collation_info(header)
        }
    }

    impl cumulus_primitives_core::GetParachainInfo<Block> for Runtime {
        fn parachain_id() -> ParaId {
            ParachainInfo::parachain_id()
        }
    }

    impl cumulus_primitives_core::RelayParentOffsetApi<Block> for Runtime {
        fn relay_parent_offset() -> u32 {
            RELAY_PARENT_OFFSET
        }

        fn max_claim_queue_offset() -> u8 {
            ParachainSystem::max_claim_queue_offset()
        }
    }

    impl cumulus_primitives_core::SchedulingV3EnabledApi<Block> for Runtime {
        fn scheduling_v3_enabled() -> bool {
            type Verifier = <Runtime as cumulus_pallet_parachain_system::Config>::SchedulingSignatureVerifier;
            Verifier::V3_SCHEDULING_ENABLED
        }
    }

    impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
        fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
            build_state::<RuntimeGenesisConfig>(config)
        }

        fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
            get_preset::<RuntimeGenesisConfig>(id, genesis_presets::get_preset)
        }

        fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
            genesis_presets::preset_names()
        }
    }

    impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
        fn account_nonce(account: AccountId) -> Nonce {
            System::account_nonce(account)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
        fn query_info(uxt: <Block as BlockT>::Extrinsic, len: u32) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_info(uxt, len)
        }

        fn query_fee_details(uxt: <Block as BlockT>::Extrinsic, len: u32) -> FeeDetails<Balance> {
            TransactionPayment::query_fee_details(uxt, len)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
        for Runtime
    {
        fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_call_info(call, len)
        }

        fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
            TransactionPayment::query_call_fee_details(call, len)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl pallet_staking_runtime_api::StakingApi<Block, Balance, AccountId> for Runtime {
        fn nominations_quota(balance: Balance) -> u32 {
            Staking::api_nominations_quota(balance)
        }

        fn eras_stakers_page_count(era: sp_staking::EraIndex, account: AccountId) -> sp_staking::Page {
            Staking::api_eras_stakers_page_count(era, account)
        }

        fn pending_rewards(era: sp_staking::EraIndex, account: AccountId) -> bool {
            Staking::api_pending_rewards(era, account)
        }
    }

    impl pallet_asset_conversion::AssetConversionApi<Block, Balance, NativeOrAsset> for Runtime {
        fn quote_price_exact_tokens_for_tokens(
            asset1: NativeOrAsset,
            asset2: NativeOrAsset,
            amount: Balance,
            include_fee: bool,
        ) -> Option<Balance> {
            AssetConversion::quote_price_exact_tokens_for_tokens(asset1, asset2, amount, include_fee)
        }

        fn quote_price_tokens_for_exact_tokens(
            asset1: NativeOrAsset,
            asset2: NativeOrAsset,
            amount: Balance,
            include_fee: bool,
        ) -> Option<Balance> {
            AssetConversion::quote_price_tokens_for_exact_tokens(asset1, asset2, amount, include_fee)
        }

        fn get_reserves(asset1: NativeOrAsset, asset2: NativeOrAsset) -> Option<(Balance, Balance)> {
            AssetConversion::get_reserves(asset1, asset2).ok()
        }
    }

    impl xcm_runtime_apis::fees::XcmPaymentApi<Block> for Runtime {
        fn query_acceptable_payment_assets(version: XcmVersion) -> Result<Vec<VersionedAssetId>, XcmPaymentApiError> {
            PolkadotXcm::query_acceptable_payment_assets(version, vec![XcmAssetId(NativeLocation::get())])
        }

        fn query_weight_to_asset_fee(weight: Weight, asset: VersionedAssetId) -> Result<u128, XcmPaymentApiError> {
            type Trader = <XcmConfig as xcm_executor::Config>::Trader;
            PolkadotXcm::query_weight_to_asset_fee::<Trader>(weight, asset)
        }

        fn query_xcm_weight(message: VersionedXcm<()>) -> Result<Weight, XcmPaymentApiError> {
            PolkadotXcm::query_xcm_weight(message)
        }

        fn query_delivery_fees(
            destination: VersionedLocation,
            message: VersionedXcm<()>,
            asset_id: VersionedAssetId,
        ) -> Result<VersionedAssets, XcmPaymentApiError> {
            type AssetExchanger = <XcmConfig as xcm_executor::Config>::AssetExchanger;
            PolkadotXcm::query_delivery_fees::<AssetExchanger>(destination, message, asset_id)
        }
    }

    impl xcm_runtime_apis::dry_run::DryRunApi<Block, RuntimeCall, RuntimeEvent, OriginCaller> for Runtime {
        fn dry_run_call(
            origin: OriginCaller,
            call: RuntimeCall,
            result_xcms_version: XcmVersion,
        ) -> Result<CallDryRunEffects<RuntimeEvent>, XcmDryRunApiError> {
            PolkadotXcm::dry_run_call::<Runtime, XcmRouter, OriginCaller, RuntimeCall>(
                origin,
                call,
                result_xcms_version,
            )
        }

        fn dry_run_xcm(
            origin_location: VersionedLocation,
            xcm: VersionedXcm<RuntimeCall>,
        ) -> Result<XcmDryRunEffects<RuntimeEvent>, XcmDryRunApiError> {
            PolkadotXcm::dry_run_xcm::<XcmRouter>(origin_location, xcm)
        }
    }

    impl xcm_runtime_apis::conversions::LocationToAccountApi<Block, AccountId> for Runtime {
        fn convert_location(location: VersionedLocation) -> Result<AccountId, xcm_runtime_apis::conversions::Error> {
            xcm_runtime_apis::conversions::LocationToAccountHelper::<AccountId, LocationToAccountId>::convert_location(
                location,
            )
        }
    }

    impl pallet_staking_synth::runtime_api::StakingSynthApi<Block, AccountId> for Runtime {
        fn synth_asset_id() -> AssetId {
            SYNTH_ASSET_ID
        }

        fn rate() -> FixedU128 {
            StakingSynth::rate().unwrap_or_default()
        }

        fn rate_at_era(era: EraIndex) -> Option<FixedU128> {
            pallet_staking_synth::RateAtEra::<Runtime, NativeSynth>::get(era)
        }

        fn quote_mint(amount: Balance) -> Option<MintQuote> {
            StakingSynth::quote_mint(amount)
        }

        fn quote_redeem(synth: Balance) -> Option<RedeemQuote> {
            StakingSynth::quote_redeem(synth)
        }

        fn redeem_status(ticket: TicketId) -> Option<RedeemStatus> {
            StakingSynth::redeem_status(ticket)
        }

        fn tickets(account: AccountId) -> Vec<(TicketId, Ticket<AccountId>)> {
            StakingSynth::tickets_of(&account)
        }

        fn books() -> Books {
            pallet_staking_synth::Pool::<Runtime, NativeSynth>::get()
        }
    }

    impl pallet_rate_curve::runtime_api::RateCurveApi<Block> for Runtime {
        fn curve() -> Vec<pallet_rate_curve::types::NodeInfo> {
            RateCurve::nodes()
        }

        fn forward_rates() -> Vec<pallet_rate_curve::types::ForwardRate> {
            RateCurve::forward_rates()
        }

        fn discount_factor(maturity: Moment) -> Option<FixedU128> {
            RateCurve::discount_factor(maturity)
        }

        fn quote(annual_rate: FixedU128, maturity: Moment) -> Option<FixedU128> {
            <RateCurve as finch_ports::RateCurve>::contract_value(maturity, annual_rate)
        }

        fn fair_rate(maturity: Moment) -> Option<FixedI128> {
            RateCurve::fair_annual_rate(maturity)
        }

        fn flows() -> pallet_rate_curve::types::Flows {
            RateCurve::flows()
        }
    }

    impl feeds_api::FeedsApi<Block, AccountId> for Runtime {
        fn feed(key: FeedKey) -> Feed {
            <OracleFeeds as PriceFeed>::read(key)
        }

        fn feeds() -> Vec<feeds_api::FeedInfo> {
            feeds_api::feeds()
        }

        fn reports(key: FeedKey) -> Vec<feeds_api::OperatorReport<AccountId>> {
            feeds_api::reports(key)
        }

        fn operators() -> Vec<AccountId> {
            feeds_api::operators()
        }
    }

    impl pallet_buyback::runtime_api::BuybackApi<Block, BlockNumber> for Runtime {
        fn buyback_status() -> pallet_buyback::types::Status<BlockNumber> {
            Buyback::buyback_status()
        }

        fn flows() -> Vec<pallet_buyback::types::FlowInfo> {
            Buyback::flows()
        }

        fn next(asset: AssetId) -> pallet_buyback::types::Preview {
            Buyback::next(asset)
        }
    }

    impl pallet_staking_etf::runtime_api::EtfApi<Block> for Runtime {
        fn etf_composition() -> pallet_staking_etf::types::Composition {
            StakingEtf::composition()
        }

        fn etf_preview() -> pallet_staking_etf::types::Preview {
            StakingEtf::preview()
        }

        fn etf_nav() -> Result<pallet_staking_etf::types::Nav, pallet_staking_etf::types::NoValue> {
            StakingEtf::nav()
        }

        fn quote_issue(shares: Balance) -> Option<pallet_staking_etf::types::InKind> {
            StakingEtf::quote_issue(shares)
        }

        fn quote_redeem(shares: Balance) -> Option<pallet_staking_etf::types::InKind> {
            StakingEtf::quote_redeem(shares)
        }

        fn quote_issue_with(shares: Balance) -> Result<Balance, pallet_staking_etf::types::NoValue> {
            StakingEtf::quote_issue_with(shares)
        }

        fn quote_redeem_to(shares: Balance) -> Result<Balance, pallet_staking_etf::types::NoValue> {
            StakingEtf::quote_redeem_to(shares)
        }
    }

    impl pallet_auctions::runtime_api::AuctionsApi<Block, AccountId> for Runtime {
        fn auctions() -> Vec<AuctionId> {
            Auctions::auctions()
        }

        fn auction(auction: AuctionId) -> Option<pallet_auctions::types::AuctionInfo> {
            Auctions::auction_info(auction)
        }

        fn book(auction: AuctionId) -> Vec<pallet_auctions::types::Level> {
            Auctions::book(auction)
        }

        fn projected_clearing(auction: AuctionId) -> Option<pallet_auctions::types::Projection> {
            Auctions::projected_clearing(auction)
        }

        fn claimable(account: AccountId) -> Vec<pallet_auctions::types::BidInfo> {
            Auctions::claimable(&account)
        }

        fn price_now(auction: AuctionId) -> Option<FixedU128> {
            Auctions::price_now(auction)
        }

        fn quote_bid(auction: AuctionId, tick: Tick, units: Balance) -> Option<Balance> {
            Auctions::quote_bid(auction, tick, units)
        }

        fn quote_buy(auction: AuctionId, units: Balance) -> Option<pallet_auctions::types::BuyQuote> {
            Auctions::quote_buy(auction, units)
        }

        fn totals() -> pallet_auctions::types::Totals {
            Auctions::totals()
        }
    }

    impl pallet_staking_derivatives::runtime_api::StakingDerivativesApi<Block, AccountId> for Runtime {
        fn series(series: SeriesId) -> Option<pallet_staking_derivatives::types::SeriesInfo<AccountId>> {
            StakingDerivatives::series_info(series)
        }

        fn all_series() -> Vec<SeriesId> {
            StakingDerivatives::all_series()
        }

        fn fair_ask(series: SeriesId, tranche: TrancheId) -> Option<FixedU128> {
            StakingDerivatives::fair_ask(series, tranche)
        }

        fn projected_payout(series: SeriesId) -> Option<Vec<Balance>> {
            StakingDerivatives::projected_payout(series)
        }

        fn holdings(account: AccountId) -> Vec<pallet_staking_derivatives::types::Holding> {
            StakingDerivatives::holdings(&account)
        }
    }

    impl pallet_options::runtime_api::OptionsApi<Block, AccountId> for Runtime {
        fn option_series(series: OptionId) -> Option<pallet_options::types::SeriesInfo<AccountId>> {
            Options::option_series(series)
        }

        fn option_series_ids(from: OptionId, limit: u32) -> Vec<OptionId> {
            Options::option_series_ids(from, limit)
        }

        fn vault_health(account: AccountId, series: OptionId) -> Option<pallet_options::types::Health> {
            Options::vault_health(account, series)
        }

        fn option_vaults(
            series: OptionId,
            after: Option<AccountId>,
            limit: u32,
        ) -> Vec<(AccountId, pallet_options::types::Health)> {
            Options::option_vaults(series, after, limit)
        }

        fn quote_premium(series: OptionId, amount: Balance) -> Option<pallet_options::types::Premium> {
            Options::quote_premium(series, amount)
        }

        fn exercisable(series: OptionId, amount: Balance) -> Result<pallet_options::types::Exercise, DispatchError> {
            Options::exercisable(series, amount)
        }
    }

    impl pallet_insurance::runtime_api::InsuranceApi<Block, AccountId> for Runtime {
        fn cover_quote(
            product: ProductId,
            amount: Balance,
            days: u32,
        ) -> Result<pallet_insurance::types::Quote, DispatchError> {
            Insurance::cover_quote(product, amount, days)
        }

        fn capacity(product: ProductId) -> Option<pallet_insurance::types::Capacity> {
            Insurance::capacity(product)
        }

        fn products() -> Vec<(ProductId, pallet_insurance::types::Product)> {
            Insurance::products()
        }

        fn pool_status() -> pallet_insurance::types::PoolStatus {
            Insurance::pool_status()
        }

        fn member(account: AccountId) -> Option<pallet_insurance::types::MemberInfo> {
            Insurance::member(account)
        }

        fn covers(account: AccountId) -> Vec<pallet_insurance::types::CoverInfo<AccountId>> {
            Insurance::covers(account)
        }

        fn claims(account: AccountId) -> Vec<pallet_insurance::types::ClaimInfo<AccountId>> {
            Insurance::claims(account)
        }

        fn assessor(account: AccountId) -> pallet_insurance::types::Assessor {
            Insurance::assessor(account)
        }
    }

    #[cfg(feature = "try-runtime")]
    impl frame_try_runtime::TryRuntime<Block> for Runtime {
        fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
            // A panic is the answer this API gives for a failed check.
            let weight = Executive::try_runtime_upgrade(checks).expect("the upgrade passes its checks");
            (weight, crate::RuntimeBlockWeights::get().max_block)
        }

        fn execute_block(
            block: <Block as BlockT>::LazyBlock,
            state_root_check: bool,
            signature_check: bool,
            select: frame_try_runtime::TryStateSelect,
        ) -> Weight {
            Executive::try_execute_block(block, state_root_check, signature_check, select)
                .expect("the block passes its checks")
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    impl frame_benchmarking::Benchmark<Block> for Runtime {
        fn benchmark_metadata(
            extra: bool,
        ) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
            crate::benches::metadata(extra)
        }

        fn dispatch_benchmark(
            config: frame_benchmarking::BenchmarkConfig,
        ) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
            crate::benches::dispatch(config)
        }
    }
}

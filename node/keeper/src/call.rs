// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Calls of the chain that the keeper makes, by their names in the metadata.

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Formatter},
};
use subxt::{dynamic::Value, ext::scale_value::Composite, tx::DynamicPayload, utils::AccountId32};

/// An argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number of something.
    Number(u128),
    /// An account.
    Account(AccountId32),
    /// An account where the chain takes an address.
    Address(AccountId32),
}

impl Arg {
    fn value(&self) -> Value {
        match self {
            Self::Number(number) => Value::u128(*number),
            Self::Account(account) => Value::from_bytes(account.0),
            Self::Address(account) => Value::unnamed_variant("Id", [Value::from_bytes(account.0)]),
        }
    }
}

impl Display for Arg {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Account(account) | Self::Address(account) => write!(f, "{account}"),
        }
    }
}

/// A call of a pallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The pallet.
    pub pallet: &'static str,
    /// The call.
    pub name: &'static str,
    /// Its arguments with their names.
    pub args: Vec<(&'static str, Arg)>,
}

impl Call {
    /// A call of a pallet.
    pub fn new(pallet: &'static str, name: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Self {
            pallet,
            name,
            args: args.into_iter().collect(),
        }
    }

    /// The arguments as texts.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let text = |(name, arg): &(&str, Arg)| ((*name).to_owned(), arg.to_string());
        self.args.iter().map(text).collect()
    }

    fn fields(&self) -> Composite<()> {
        Composite::named(self.args.iter().map(|(name, arg)| (*name, arg.value())))
    }

    /// As it is sent alone.
    pub fn payload(&self) -> DynamicPayload<Composite<()>> {
        subxt::dynamic::transaction(self.pallet, self.name, self.fields())
    }

    /// As it is sent with others, or asked about: of the type of all calls of the chain.
    pub fn value(&self) -> Value {
        Value::unnamed_variant(self.pallet, [Value::variant(self.name, self.fields())])
    }
}

impl Display for Call {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{}.{}", self.pallet, self.name)
    }
}

/// What is signed as one transaction for these calls: one alone, or several in a batch of which one that fails costs the
/// others nothing.
pub fn payload(calls: &[Call]) -> DynamicPayload<Composite<()>> {
    match calls {
        [call] => call.payload(),
        calls => {
            let values = calls.iter().map(Call::value);
            let fields = Composite::named([("calls", Value::unnamed_composite(values))]);
            subxt::dynamic::transaction("Utility", "force_batch", fields)
        }
    }
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What is done to what, such as `liquidate/3/5Grw…`: of one subject, one action is out at a time.
    pub subject: String,
    /// How.
    pub call: Call,
    /// It costs nothing if it is sent alone.
    pub alone: bool,
}

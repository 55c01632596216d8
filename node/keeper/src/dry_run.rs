// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What would be sent, and whether the chain would do it, as text.

use crate::{
    call::Call,
    chain::{Duty, Glance, Head, Link, Otherwise, Vault},
    decide::{margin, most_reward},
    keeper::tasks,
    planck::Planck,
    settings::Settings,
};
use finch_client::trouble::Trouble;
use std::fmt::Write;
use subxt::utils::AccountId32;

/// A call that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What is done to what.
    pub subject: String,
    /// How.
    pub call: Call,
    /// The most that it can pay the account, in planck, if it is rewarded and there are prices.
    pub most: Option<u128>,
    /// Blocks do it too: it would be sent only if they have not for long.
    pub waits: bool,
    /// Whether the chain would do it now, or why not.
    pub verdict: Result<(), String>,
}

/// What a dry run has found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DryRun {
    /// The block that was looked at.
    pub block: u64,
    /// What the account can spend, in planck.
    pub free: u128,
    /// What is due.
    pub due: Vec<Due>,
}

/// Looks at a block, and lets the chain try what is due there.
pub async fn look<L: Link>(link: &mut L, account: &AccountId32, settings: &Settings) -> Result<DryRun, Trouble> {
    let (head, glance) = best(link).await?;
    let vaults = match settings.margin.call || settings.margin.liquidate {
        true => link.vaults(&head, &glance).await?,
        false => Vec::new(),
    };
    let duties = link.duties(&head, &glance, tasks(settings)).await?;
    let mut due = Vec::new();
    for action in margin(&vaults, account, &settings.margin) {
        let of = |vault: &&Vault| action.subject.ends_with(&format!("/{}/{}", vault.series, vault.owner));
        let most = vaults.iter().find(of).and_then(most_reward);
        let verdict = link.try_call(&head, &action.call).await?;
        due.push(Due {
            subject: action.subject,
            call: action.call,
            most,
            waits: false,
            verdict,
        });
    }
    for Duty {
        subject,
        call,
        otherwise,
        alone: _,
    } in duties
    {
        let verdict = link.try_call(&head, &call).await?;
        due.push(Due {
            subject,
            call,
            most: None,
            waits: otherwise != Otherwise::Nobody,
            verdict,
        });
    }
    Ok(DryRun {
        block: head.number,
        free: glance.free,
        due,
    })
}

async fn best<L: Link>(link: &mut L) -> Result<(Head, Glance), Trouble> {
    loop {
        let head = link.next_head().await?;
        if let Some(glance) = link.glance(&head).await? {
            return Ok((head, glance));
        }
    }
}

impl DryRun {
    /// Whether the chain would do all that is due.
    pub fn is_accepted(&self) -> bool {
        self.due.iter().all(|due| due.verdict.is_ok())
    }

    /// As a table.
    pub fn render(&self, account: &str, settings: &Settings) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut text, account, settings);
        text
    }

    fn write(&self, text: &mut String, account: &str, settings: &Settings) -> std::fmt::Result {
        writeln!(text, "Dry run: nothing is sent.\n")?;
        writeln!(text, "block    {}", self.block)?;
        writeln!(text, "account  {account}, which can spend {} planck", self.free)?;
        if Planck(self.free) < settings.funds.alert_below {
            let least = settings.funds.alert_below;
            writeln!(
                text,
                "but      that is less than funds.alert_below, {least}: send it some"
            )?;
        }
        if self.due.is_empty() {
            return writeln!(text, "\nNothing is due.");
        }
        writeln!(text)?;
        for due in &self.due {
            let args = due.call.texts();
            let args: String = args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            writeln!(text, "{}  {}{args}", due.subject, due.call)?;
            if let Some(most) = due.most {
                writeln!(text, "    can pay up to {most} planck")?;
            }
            if due.waits {
                let patience = settings.duties.patience_blocks;
                writeln!(
                    text,
                    "    blocks do it too: it is sent only if they have not for {patience} blocks"
                )?;
            }
            match &due.verdict {
                Ok(()) => writeln!(text, "    the chain would do it")?,
                Err(why) => writeln!(text, "    the chain would refuse it: {why}")?,
            }
        }
        Ok(())
    }
}

// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! What would be sent, as text.

use crate::{decimal, node::Facts, operators::Operator, round::reports, source::Snapshot};
use std::fmt::Write;

/// What a dry run has found out.
#[derive(Debug)]
pub struct DryRun<'a> {
    /// The source, without its secrets.
    pub place: &'a str,
    /// What it says.
    pub snapshot: &'a Snapshot,
    /// Who would send it.
    pub operators: &'a [Operator],
    /// The most values of a report.
    pub batch: usize,
    /// What the chain says. Nothing if it was not asked.
    pub facts: Option<&'a Facts>,
}

impl DryRun<'_> {
    /// Why it would not work, if so; one line each.
    pub fn objections(&self) -> Vec<String> {
        let mut objections = Vec::new();
        if self.snapshot.readings.is_empty() {
            objections.push("the source has nothing to report now".to_owned());
        }
        if self.snapshot.stale > 0 {
            objections.push(format!(
                "{} values of the source are too old to report",
                self.snapshot.stale
            ));
        }
        let Some(facts) = self.facts else {
            return objections;
        };
        if self.longest() > usize::try_from(facts.max_values).unwrap_or(usize::MAX) {
            let most = facts.max_values;
            objections.push(format!("the chain takes {most} values in a report: use --batch {most}"));
        }
        for operator in self.operators {
            if !facts.operators.contains(operator.account()) {
                objections.push(format!(
                    "{operator} is no operator of the feeds: the committee has to add it"
                ));
            }
        }
        objections
    }

    /// As a table.
    pub fn render(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut text);
        text
    }

    /// Values of the longest report.
    fn longest(&self) -> usize {
        self.snapshot.readings.len().min(self.batch)
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let values = self.snapshot.readings.len();
        writeln!(text, "Dry run: nothing is sent.\n")?;
        write!(text, "source     {}", self.place)?;
        match self.snapshot.step {
            Some(step) => writeln!(text, ", step {} of {} of the recording", step.number, step.of)?,
            None => writeln!(text)?,
        }
        match self.facts {
            Some(facts) => writeln!(
                text,
                "chain      version {}; it takes up to {} values in a report",
                facts.spec_version, facts.max_values
            )?,
            None => writeln!(text, "chain      not asked")?,
        }
        for (i, operator) in self.operators.iter().enumerate() {
            let title = if i == 0 { "operators" } else { "" };
            let reports = reports(values.div_ceil(self.batch.max(1)));
            writeln!(text, "{title:9}  {operator}: {values} values in {reports}")?;
        }
        let objections = self.objections();
        for (i, objection) in objections.iter().enumerate() {
            let title = if i == 0 { "but" } else { "" };
            writeln!(text, "{title:9}  {objection}")?;
        }
        writeln!(
            text,
            "\n{:>10}  {:13}  {:>24}  {:>24}",
            "asset", "metric", "value", "as sent"
        )?;
        for reading in &self.snapshot.readings {
            let metric = reading.key.metric;
            let value = decimal::format(reading.value, metric.decimals());
            writeln!(
                text,
                "{:>10}  {metric:13}  {value:>24}  {:>24}",
                reading.key.coin, reading.value
            )?;
        }
        Ok(())
    }
}

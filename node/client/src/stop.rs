// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

//! Being told to stop.

use tokio::sync::watch;
use tracing::{error, info};

/// What is said when somebody wants the program to stop.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// At the first signal.
    pub first: &'static str,
    /// At the second one.
    pub second: &'static str,
}

/// Turns true at the first Ctrl-C or SIGTERM; the second one ends the program at once, with exit code 1.
pub fn signal(words: Words) -> std::io::Result<watch::Receiver<bool>> {
    let (sender, receiver) = watch::channel(false);
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::spawn(async move {
        for times in 0_u8.. {
            #[cfg(unix)]
            tokio::select! {
                interrupted = tokio::signal::ctrl_c() => if interrupted.is_err() { return },
                _ = terminate.recv() => {},
            }
            #[cfg(not(unix))]
            if tokio::signal::ctrl_c().await.is_err() {
                return;
            }
            if times > 0 {
                error!("{}", words.second);
                std::process::exit(1);
            }
            info!("{}", words.first);
            // Nobody listens any more: it has stopped.
            let _ = sender.send(true);
        }
    });
    Ok(receiver)
}

/// Comes when it is told to stop. Never, if there is nobody left to tell it.
pub async fn told(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending().await
    }
}

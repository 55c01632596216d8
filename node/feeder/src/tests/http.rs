// Copyright (C) Finch maintainers.
// SPDX-License-Identifier: Apache-2.0

use crate::source::{without_secrets, HttpSource, Moment, Source, SourceError, SourceOptions, MAX_BODY};
use std::time::Duration;
use tokio::time::Instant;
use wiremock::{matchers::method, Mock, MockServer, ResponseTemplate};

const TABLE: &str = r#"[{"asset": "native", "metric": "price", "value": 4.21}]"#;

fn ok(body: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_string(body)
}

async fn serve(template: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("GET")).respond_with(template).mount(&server).await;
    server
}

fn source(server: &MockServer, timeout: Duration) -> HttpSource {
    HttpSource::new(
        &format!("{}/feeds?key=secret", server.uri()),
        timeout,
        Duration::from_secs(900),
    )
    .unwrap()
}

async fn asked(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn a_url_is_read() {
    let server = serve(ok(TABLE)).await;
    let snapshot = source(&server, SOON).read(Moment::now()).await.unwrap();
    assert_eq!(snapshot.readings[0].value, 4_210_000_000_000_000_000);
    assert_eq!(snapshot.age, Some(Duration::ZERO));
    let server = serve(ok("asset,metric,value\nnative,price,4.21\n")).await;
    assert!(source(&server, SOON).read(Moment::now()).await.is_ok());
}

#[tokio::test]
async fn a_server_that_stumbles_is_asked_again() {
    let server = MockServer::start().await;
    let stumble = Mock::given(method("GET")).respond_with(ResponseTemplate::new(500));
    stumble.up_to_n_times(1).mount(&server).await;
    Mock::given(method("GET")).respond_with(ok(TABLE)).mount(&server).await;
    assert!(source(&server, SOON).read(Moment::now()).await.is_ok());
    assert_eq!(asked(&server).await, 2);
}

#[tokio::test]
async fn a_server_that_stays_down_is_given_up() {
    let server = serve(ResponseTemplate::new(503)).await;
    let error = source(&server, SOON).read(Moment::now()).await.unwrap_err();
    assert_eq!(error.reason(), "status");
    assert_eq!(asked(&server).await, 3);
}

#[tokio::test]
async fn what_asking_again_does_not_mend_is_not_asked_again() {
    for template in [
        ResponseTemplate::new(404),
        ResponseTemplate::new(204),
        ok("[]"),
        ok("not a table"),
    ] {
        let server = serve(template).await;
        assert!(source(&server, SOON).read(Moment::now()).await.is_err());
        assert_eq!(asked(&server).await, 1);
    }
}

#[tokio::test]
async fn a_slow_server_is_not_waited_for() {
    let server = serve(ok(TABLE).set_delay(Duration::from_secs(60))).await;
    let error = source(&server, Duration::from_millis(200))
        .read(Moment::now())
        .await
        .unwrap_err();
    assert_eq!(error.reason(), "timeout");
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[tokio::test]
async fn no_server_is_unreachable() {
    let server = MockServer::start().await;
    let url = server.uri();
    drop(server);
    // Nobody listens there now, or a server of another test, which does not know the path.
    let mut source = HttpSource::new(&format!("{url}/nowhere?key=secret"), SOON, SOON).unwrap();
    let error = source.read(Moment::now()).await.unwrap_err();
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let row = |size: u64| {
        let pad = usize::try_from(size).unwrap() - TABLE.len();
        format!("{TABLE}{}", " ".repeat(pad))
    };
    let server = serve(ok(&row(MAX_BODY))).await;
    assert!(source(&server, SOON).read(Moment::now()).await.is_ok());
    let server = serve(ok(&row(MAX_BODY + 1))).await;
    let error = source(&server, SOON).read(Moment::now()).await.unwrap_err();
    assert_eq!(error.reason(), "too_large");
    assert_eq!(asked(&server).await, 1);
}

// On threads: one of them waits for the other side to hang up.
#[tokio::test(flavor = "multi_thread")]
async fn a_body_without_a_length_is_refused_while_it_comes() {
    use std::{
        io::{Read, Write},
        net::TcpListener,
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let endless = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 1024]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        // It would go on for ever. The other side hangs up.
        let mut written: u64 = 0;
        while stream.write_all(&[b' '; 1 << 16]).is_ok() && written < 64 * MAX_BODY {
            written += 1 << 16;
        }
        written
    });
    let error = HttpSource::new(&url, SOON, SOON)
        .unwrap()
        .read(Moment::now())
        .await
        .unwrap_err();
    assert_eq!(error.reason(), "too_large");
    assert!(endless.join().unwrap() < 64 * MAX_BODY, "it has been hung up on");
}

#[tokio::test]
async fn a_body_that_is_no_text_is_refused() {
    let server = serve(ResponseTemplate::new(200).set_body_bytes(vec![0xff; 8])).await;
    let error = source(&server, SOON).read(Moment::now()).await.unwrap_err();
    assert!(matches!(error, SourceError::NoText { .. }));
}

#[tokio::test]
async fn values_observed_long_ago_are_left_out() {
    let now = Moment::now();
    let row = |asset: u32, observed: u64| {
        format!(r#"{{"asset": {asset}, "metric": "price", "value": 1, "observed": {observed}}}"#)
    };
    let body = format!("[{},{}]", row(1, now.unix - 10), row(2, now.unix - 1_000));
    let server = serve(ok(&body)).await;
    let snapshot = source(&server, SOON).read(now).await.unwrap();
    assert_eq!((snapshot.readings.len(), snapshot.stale), (1, 1));
}

#[tokio::test]
async fn a_url_is_no_recording() {
    let server = serve(ok("asset,metric,value,at\n1,price,1,0\n")).await;
    let error = source(&server, SOON).read(Moment::now()).await.unwrap_err();
    assert!(
        matches!(error, SourceError::RecordingOverHttp { line: 2, .. }),
        "{error}"
    );
}

#[tokio::test]
async fn a_url_is_not_asked_at_the_start() {
    let server = serve(ResponseTemplate::new(500)).await;
    let options = SourceOptions {
        place: server.uri(),
        max_age: None,
        timeout: SOON,
        pace: Default::default(),
    };
    assert!(matches!(Source::open(&options, Instant::now()), Ok(Source::Http(_))));
    assert_eq!(asked(&server).await, 0);
}

#[test]
fn urls_are_told_without_secrets() {
    let url = "https://user:pass@example.org:8443/v1/feeds?key=secret#part";
    assert_eq!(without_secrets(url), "https://example.org:8443/v1/feeds");
    assert!(!HttpSource::new("http://:80?key=secret", SOON, SOON)
        .unwrap_err()
        .to_string()
        .contains("secret"));
}

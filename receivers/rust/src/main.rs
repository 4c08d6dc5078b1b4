//! Receives webhooks of iDenfy in Rust, with axum and SQLite.
//!
//! ```sh
//! RECEIVER_KEYS_FILE=keys.txt make receiver-rust
//! ```
//!
//! Verify, decide, reconcile, commit, and only then answer 200: without a 200 the vendor sends it
//! again, and what came twice is a duplicate. docs/receivers.md says more.

mod settings;
mod store;

use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::Utc;
use idenfy_rules::{Arrival, Date, Decision};
use settings::Settings;
use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

const BODY_LIMIT: usize = 1 << 20;

struct Receiver {
    settings: Settings,
    store: Store,
}

/// What goes wrong; no text of it shows a key or what a delivery said.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("receiver: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Failure> {
    let settings = Settings::read()?;
    let store = Store::new(settings.database.clone(), settings.busy)?;
    let listener = TcpListener::bind(&settings.listen).await?;
    let app = Router::new()
        .route("/health", get(|| async { "ok\n" }))
        .route("/webhook", post(webhook))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Arc::new(Receiver { settings, store }));
    let mut stop = signal(SignalKind::terminate())?;
    let stopped = async move { _ = stop.recv().await };
    axum::serve(listener, app).with_graceful_shutdown(stopped).await?;
    Ok(())
}

async fn webhook(State(receiver): State<Arc<Receiver>>, request: Request) -> Response {
    let headers = request.headers().clone();
    // The raw bytes: JSON that was parsed and written again does not verify.
    let body = Bytes::from_request(request, &());
    let body = match tokio::time::timeout(receiver.settings.read, body).await {
        Ok(Ok(body)) => body,
        Ok(Err(refused)) => return answer(refused.status(), "no whole body"),
        Err(_) => return answer(StatusCode::REQUEST_TIMEOUT, "too slow"),
    };
    // SQLite blocks while it waits for its turn, so not on a thread that serves the network.
    tokio::task::spawn_blocking(move || receiver.receive(&headers, &body))
        .await
        .unwrap_or_else(|_| answer(StatusCode::SERVICE_UNAVAILABLE, "fault"))
}

impl Receiver {
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Response {
        let decision = match self.decide(headers, body) {
            Ok(decision) => decision,
            Err((status, why)) => return answer(status, why),
        };
        match self.store.keep(&decision) {
            Ok(kind) => answer(StatusCode::OK, kind),
            Err(error) => {
                eprintln!("not stored: {error}");
                answer(StatusCode::SERVICE_UNAVAILABLE, "not stored")
            }
        }
    }

    fn decide(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Decision, (StatusCode, &'static str)> {
        let header = |name| headers.get(name).map(HeaderValue::as_bytes);
        let event_type = header("Idenfy-Event-Type").map(String::from_utf8_lossy);
        let arrival = Arrival {
            event_type: event_type.as_deref(),
            today: Date::read(&Utc::now().date_naive().to_string()).ok(),
            ..Arrival::default()
        };
        let signature = header("Idenfy-Signature");
        self.settings.policy.receive(body, signature, &self.settings.keys, &arrival).map_err(
            |error| {
                let status = StatusCode::from_u16(error.http_status());
                (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), error.code())
            },
        )
    }
}

fn answer(status: StatusCode, why: &str) -> Response {
    eprintln!("{} {why}", status.as_u16());
    if status == StatusCode::SERVICE_UNAVAILABLE {
        return (status, [(header::RETRY_AFTER, "1")]).into_response();
    }
    status.into_response()
}

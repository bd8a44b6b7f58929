//! The first thing a person sees.

use outside::{Desktop, Done};

#[tokio::test]
async fn the_program_opens_its_window() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.sees("票决台").await?;
    operator.picture("start").await?;
    Ok(())
}

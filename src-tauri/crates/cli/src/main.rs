//! piaojue-cli
fn main() {}

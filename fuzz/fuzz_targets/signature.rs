#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| idenfy_rules_fuzz::signature(input));

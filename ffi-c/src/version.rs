//! Which library this is.

use crate::view::View;

/// Grows with a release whose functions, structs or numbers differ from those of the one before;
/// compare with idr_abi_version().
pub const IDR_ABI_VERSION: u32 = 1;

/// The ABI number of the library that is linked. It must equal IDR_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn idr_abi_version() -> u32 {
    IDR_ABI_VERSION
}

/// The version of the library that is linked, for example "0.1.0". Valid for ever.
/// IDR_VERSION is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn idr_version() -> View<'static> {
    View::of(idenfy_rules::VERSION)
}

/// The date of the vendor's pages that the vocabularies follow, as "YYYY-MM-DD". Valid for ever.
#[unsafe(no_mangle)]
pub extern "C" fn idr_vocabulary_version() -> View<'static> {
    View::of(idenfy_rules::vocab::VERSION)
}

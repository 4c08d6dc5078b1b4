// The wrapper in a second file of one program: nothing in it is defined twice.
#include "idenfy_rules.hpp"

std::size_t twice();

std::size_t twice() {
    std::size_t explained = 0;
    for (std::string_view reason : idenfy::reasons()) {
        explained += !idenfy::reason_happened(reason).empty() && !idenfy::reason_remedy(reason).empty();
    }
    return explained;
}

// SHA256_Init and its sisters are called by name: they ask no provider and cannot fail. OpenSSL 3
// marks them as old, and has no other way that cannot fail.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

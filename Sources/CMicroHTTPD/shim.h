#ifndef COUNTERWEIGHT_CMICROHTTPD_SHIM_H
#define COUNTERWEIGHT_CMICROHTTPD_SHIM_H

#include <arpa/inet.h>
#include <dlfcn.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

/* The library is opened when a server is started, and not with the program: it brings nine others,
   for encryption that is not used here, and every command would wait until they are loaded.
   The number is that of the interface in microhttpd.h, since 2012. Opening it again costs nothing. */
static inline void *cw_mhd_symbol(const char *name) {
  void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  return library == NULL ? NULL : dlsym(library, name);
}

/* A function of the library, with the type that its header gives it. */
#define CW_MHD(function) ((__typeof__(&function))cw_mhd_symbol(#function))

/* Whether the library is installed. */
static inline int cw_mhd_is_there(void) { return CW_MHD(MHD_start_daemon) != NULL; }

/* A server on 127.0.0.1 and nowhere else, in a thread of its own; NULL when the port is taken, or
   the library is not there. Swift cannot call a function that takes any number of arguments. */
static inline struct MHD_Daemon *cw_mhd_start(
    uint16_t port, unsigned int connections, unsigned int seconds, size_t memory,
    MHD_AccessHandlerCallback handler, void *context) {
  if (!cw_mhd_is_there()) return NULL;
  struct sockaddr_in address;
  memset(&address, 0, sizeof(address));
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return CW_MHD(MHD_start_daemon)(
      MHD_USE_AUTO_INTERNAL_THREAD, port, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_TIMEOUT, seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_END);
}

/* What follows is called for a server that runs: the library is there then. */

/* Ends all connections and gives the port back. */
static inline void cw_mhd_stop(struct MHD_Daemon *daemon) { CW_MHD(MHD_stop_daemon)(daemon); }

/* Swift sees the enumerations of the library under names of its own; these are plain. */
static const enum MHD_Result cw_mhd_yes = MHD_YES;
static const enum MHD_Result cw_mhd_no = MHD_NO;

/* What the client took for the name of the server; NULL when it did not say. */
static inline const char *cw_mhd_host(struct MHD_Connection *connection) {
  return CW_MHD(MHD_lookup_connection_value)(connection, MHD_HEADER_KIND, "Host");
}

/* A response with a copy of the bytes; NULL when there is no memory. */
static inline struct MHD_Response *cw_mhd_response_copying(const void *bytes, size_t count) {
  return CW_MHD(MHD_create_response_from_buffer)(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

static inline enum MHD_Result cw_mhd_add_header(
    struct MHD_Response *response, const char *name, const char *value) {
  return CW_MHD(MHD_add_response_header)(response, name, value);
}

static inline enum MHD_Result cw_mhd_queue(
    struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response) {
  return CW_MHD(MHD_queue_response)(connection, status, response);
}

static inline void cw_mhd_destroy(struct MHD_Response *response) {
  CW_MHD(MHD_destroy_response)(response);
}

/* The port that it listens on; 0 when it does not say. */
static inline uint16_t cw_mhd_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info =
      CW_MHD(MHD_get_daemon_info)(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

#endif

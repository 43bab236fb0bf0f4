#ifndef COUNTERWEIGHT_CMICROHTTPD_SHIM_H
#define COUNTERWEIGHT_CMICROHTTPD_SHIM_H

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

/* A server on 127.0.0.1 and nowhere else, in a thread of its own; NULL when the port is taken.
   Swift cannot call a function that takes any number of arguments. */
static inline struct MHD_Daemon *cw_mhd_start(
    uint16_t port, unsigned int connections, unsigned int seconds, size_t memory,
    MHD_AccessHandlerCallback handler, void *context) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof(address));
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return MHD_start_daemon(
      MHD_USE_AUTO_INTERNAL_THREAD, port, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_TIMEOUT, seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_END);
}

/* Swift sees the enumerations of the library under names of its own; these are plain. */
static const enum MHD_Result cw_mhd_yes = MHD_YES;
static const enum MHD_Result cw_mhd_no = MHD_NO;

/* What the client took for the name of the server; NULL when it did not say. */
static inline const char *cw_mhd_host(struct MHD_Connection *connection) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
}

/* A response with a copy of the bytes; NULL when there is no memory. */
static inline struct MHD_Response *cw_mhd_response_copying(const void *bytes, size_t count) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

/* The port that it listens on; 0 when it does not say. */
static inline uint16_t cw_mhd_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

#endif

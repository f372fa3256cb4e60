/* SPDX-License-Identifier: Apache-2.0
 * Preloaded into the desk by run_power_cut.py: writes down, in order, what reaches the two files of the database and what
 * is answered to clients, so that the disk can be rebuilt as it was at any instant of the run.
 * Record: op (1 byte), file (1 byte: 0 database, 1 log), offset (8 bytes), length (4 bytes), bytes.
 * Ops: W write, T truncate (offset = new size), S sync, U unlink, A answer (bytes of a socket write). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
static signed char file_of[FILES]; /* 0: untracked, else file + 1 */
static int log_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static signed char classify(char const* path) {
    size_t const n = strlen(path);
    if (n >= 8 && strcmp(path + n - 8, "lotse.db") == 0) return 1;
    if (n >= 12 && strcmp(path + n - 12, "lotse.db-wal") == 0) return 2;
    return 0;
}

__attribute__((constructor)) static void start(void) {
    char const* path = getenv("LOTSE_IO_LOG");
    if (path != NULL) log_fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* One write call per record, under a lock, so that the order in the log is the order in which things happened. */
static void note(char op, signed char file, uint64_t offset, void const* bytes, uint32_t length) {
    if (log_fd < 0) return;
    unsigned char head[14];
    head[0] = (unsigned char)op;
    head[1] = (unsigned char)(file - 1);
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 4);
    struct iovec const parts[2] = {{head, sizeof head}, {(void*)bytes, length}};
    syscall(SYS_writev, log_fd, parts, length > 0 ? 2 : 1);
}

static signed char tracked(int fd) { return fd >= 0 && fd < FILES ? file_of[fd] : 0; }

#define REAL(name) \
    static __typeof__(&name) real; \
    if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opened(int fd, char const* path) {
    if (fd >= 0 && fd < FILES) file_of[fd] = classify(path);
    return fd;
}

int open(char const* path, int flags, ...) {
    REAL(open);
    va_list rest;
    va_start(rest, flags);
    mode_t const mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(real(path, flags, mode), path);
}
int open64(char const* path, int flags, ...) {
    REAL(open64);
    va_list rest;
    va_start(rest, flags);
    mode_t const mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(real(path, flags, mode), path);
}
int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FILES) file_of[fd] = 0;
    return real(fd);
}

/* The record is made together with the call, so that a sync on another thread cannot slip between the two. */
#define PWRITE(name, offset_type) \
    ssize_t name(int fd, void const* bytes, size_t count, offset_type offset) { \
        REAL(name); \
        signed char const file = tracked(fd); \
        if (file == 0) return real(fd, bytes, count, offset); \
        pthread_mutex_lock(&lock); \
        ssize_t const done = real(fd, bytes, count, offset); \
        if (done > 0) note('W', file, (uint64_t)offset, bytes, (uint32_t)done); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset_type) \
    int name(int fd, offset_type size) { \
        REAL(name); \
        signed char const file = tracked(fd); \
        if (file == 0) return real(fd, size); \
        pthread_mutex_lock(&lock); \
        int const done = real(fd, size); \
        if (done == 0) note('T', file, (uint64_t)size, NULL, 0); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

/* A sync covers what was written before it began: the record stands before the call, and the call ends before the lock
 * is given back, so nothing that is answered after it can be taken for unsynced. */
#define SYNC(name) \
    int name(int fd) { \
        REAL(name); \
        signed char const file = tracked(fd); \
        if (file == 0) return real(fd); \
        pthread_mutex_lock(&lock); \
        int const done = real(fd); \
        if (done == 0) note('S', file, 0, NULL, 0); \
        pthread_mutex_unlock(&lock); \
        return done; \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(char const* path) {
    REAL(unlink);
    signed char const file = classify(path);
    if (file == 0) return real(path);
    pthread_mutex_lock(&lock);
    int const done = real(path);
    if (done == 0) note('U', file, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t sendmsg(int fd, struct msghdr const* message, int flags) {
    REAL(sendmsg);
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < message->msg_iovlen; ++i) {
        size_t const length = message->msg_iov[i].iov_len;
        if (length > 0) note('A', 1, 0, message->msg_iov[i].iov_base, length > 8192 ? 8192 : (uint32_t)length);
    }
    pthread_mutex_unlock(&lock);
    return real(fd, message, flags);
}

/* Asio sends a single buffer by send() and several by sendmsg(). */
ssize_t send(int fd, void const* bytes, size_t count, int flags) {
    REAL(send);
    pthread_mutex_lock(&lock);
    if (count > 0) note('A', 1, 0, bytes, count > 8192 ? 8192 : (uint32_t)count);
    pthread_mutex_unlock(&lock);
    return real(fd, bytes, count, flags);
}

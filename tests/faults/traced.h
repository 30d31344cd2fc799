#pragma once

// What a program is about to do, as its tracer sees it.
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

namespace traced {

inline __ptrace_syscall_info info_of(pid_t pid) {
  __ptrace_syscall_info info{};
  ::ptrace(static_cast<__ptrace_request>(PTRACE_GET_SYSCALL_INFO), pid, sizeof info, &info);
  return info;
}

inline std::string text_at(pid_t pid, std::uint64_t address) {
  std::string text;
  for (;; address += sizeof(long)) {
    errno = 0;
    const long word = ::ptrace(PTRACE_PEEKDATA, pid, address, 0);
    if (errno != 0) return text;
    std::array<char, sizeof word> bytes{};
    std::memcpy(bytes.data(), &word, sizeof word);
    for (const char c : bytes) {
      if (c == 0) return text;
      text += c;
    }
  }
}

inline bool opens_to_write(const __ptrace_syscall_info& info) {
  return info.entry.nr == SYS_openat && (info.entry.args[2] & (O_WRONLY | O_RDWR)) != 0;
}

// The call is not carried out, and gives `error`.
inline void fail_call(pid_t pid, int error) {
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, pid, 0, &registers);
  registers.orig_rax = static_cast<unsigned long long>(-1)  /* no call */;
  ::ptrace(PTRACE_SETREGS, pid, 0, &registers);
  ::ptrace(PTRACE_SYSCALL, pid, 0, 0);
  int status = 0;
  ::waitpid(pid, &status, 0);
  ::ptrace(PTRACE_GETREGS, pid, 0, &registers);
  registers.rax = static_cast<unsigned long long>(-error);
  ::ptrace(PTRACE_SETREGS, pid, 0, &registers);
}

inline int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace traced

// Runs a program and strikes at one of its system calls.
//
//   strike N kill|ERRNO PROGRAM ARGUMENT…
//
// From the moment the program opens a file of the store's folder .nammo to write (its lock) on, every system
// call that can change a folder or a file, or that waits for the disk, is counted from 1; what goes through a
// pipe of the program to itself, as sanitizers do, is not. Before the N-th is carried out the program is killed,
// or that call fails with ERRNO (a number). What the last line of stderr says: "strike: N" where it was struck, "strike: none of N" where there were only N. The exit status is that of
// the program, 137 where it was killed.
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>

namespace {

constexpr int kNoCall = -1;

constexpr std::array kChanging{SYS_write,    SYS_pwrite64, SYS_writev,   SYS_fsync,    SYS_fdatasync, SYS_rename, SYS_renameat,
                               SYS_renameat2, SYS_unlink,  SYS_unlinkat, SYS_mkdir,    SYS_mkdirat,   SYS_fchmod, SYS_chmod,
                               SYS_ftruncate, SYS_flock,   SYS_link,     SYS_linkat,   SYS_symlink};

__ptrace_syscall_info info_of(pid_t pid) {
  __ptrace_syscall_info info{};
  ::ptrace(static_cast<__ptrace_request>(PTRACE_GET_SYSCALL_INFO), pid, sizeof info, &info);
  return info;
}

std::string text_at(pid_t pid, std::uint64_t address) {
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

bool opens_to_write(const __ptrace_syscall_info& info) {
  return info.entry.nr == SYS_openat && (info.entry.args[2] & (O_WRONLY | O_RDWR)) != 0;
}

bool takes_lock(pid_t pid, const __ptrace_syscall_info& info) {
  return opens_to_write(info) && text_at(pid, info.entry.args[1]).find("/.nammo/lock") != std::string::npos;
}

// Whether a descriptor other than stdin, stdout and stderr is a pipe.
bool is_own_pipe(pid_t pid, std::uint64_t descriptor) {
  if (descriptor <= STDERR_FILENO) return false;
  std::error_code unknown;
  const std::filesystem::path link = "/proc/" + std::to_string(pid) + "/fd/" + std::to_string(descriptor);
  return std::filesystem::read_symlink(link, unknown).string().starts_with("pipe:");
}

// The calls of one program that change something.
class Changes {
 public:
  explicit Changes(pid_t pid) : pid_(pid) {}
  [[nodiscard]] bool has(const __ptrace_syscall_info& entry) {
    const auto call = static_cast<long>(entry.entry.nr);
    opening_ = opens_to_write(entry);
    if (call == SYS_close) return written_.erase(static_cast<long>(entry.entry.args[0])) > 0;
    if (call == SYS_write && is_own_pipe(pid_, entry.entry.args[0])) return false;
    return opening_ || std::find(kChanging.begin(), kChanging.end(), call) != kChanging.end();
  }
  void end(const __ptrace_syscall_info& exit) {
    if (opening_ && exit.exit.is_error == 0) written_.insert(static_cast<long>(exit.exit.rval));
    opening_ = false;
  }

 private:
  pid_t pid_;
  bool opening_ = false;
  std::set<long> written_;  // descriptors of files that were opened to write
};

void fail_call(pid_t pid, int error) {
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, pid, 0, &registers);
  registers.orig_rax = static_cast<unsigned long long>(kNoCall);
  ::ptrace(PTRACE_SETREGS, pid, 0, &registers);
  ::ptrace(PTRACE_SYSCALL, pid, 0, 0);
  int status = 0;
  ::waitpid(pid, &status, 0);
  ::ptrace(PTRACE_GETREGS, pid, 0, &registers);
  registers.rax = static_cast<unsigned long long>(-error);
  ::ptrace(PTRACE_SETREGS, pid, 0, &registers);
}

int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int watch(pid_t pid, int wanted, int error) {
  int status = 0;
  int counted = 0;
  bool locked = false;
  bool struck = false;
  Changes changes(pid);
  ::waitpid(pid, &status, 0);
  ::ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  while (WIFSTOPPED(status)) {
    int signal = WSTOPSIG(status);
    if (signal == (SIGTRAP | 0x80)) {
      signal = 0;
      const auto info = info_of(pid);
      if (info.op == PTRACE_SYSCALL_INFO_ENTRY && !struck) {
        locked = locked || takes_lock(pid, info);
        if (locked && changes.has(info) && ++counted == wanted) {
          struck = true;
          if (error == 0) ::kill(pid, SIGKILL);
          else fail_call(pid, error);
        }
      }
      if (info.op == PTRACE_SYSCALL_INFO_EXIT) changes.end(info);
    } else if (signal == SIGTRAP || signal == SIGSTOP) {  // of execve, and of the start
      signal = 0;
    }
    if (::ptrace(PTRACE_SYSCALL, pid, 0, signal) != 0 && errno != ESRCH) return 125;
    ::waitpid(pid, &status, 0);
  }
  std::fprintf(stderr, struck ? "strike: %d\n" : "strike: none of %d\n", counted);
  return exit_status(status);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 125;
  const int wanted = std::atoi(arguments[1]);
  const int error = std::strcmp(arguments[2], "kill") == 0 ? 0 : std::atoi(arguments[2]);
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::ptrace(PTRACE_TRACEME, 0, 0, 0);
    ::raise(SIGSTOP);
    ::execvp(arguments[3], arguments + 3);
    ::_exit(127);
  }
  return watch(pid, wanted, error);
}

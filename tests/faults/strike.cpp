// Runs a program and strikes at one of its system calls.
//
//   strike N HOW PROGRAM ARGUMENT…
//
// HOW kill, interrupt, or ERRNO (a number): from the moment the program opens a file of the store's folder .nammo to write
// (its lock, a part of its index) on, every system call that can change a folder or a file, or that waits for the disk, is counted
// from 1; what goes through a pipe of the program to itself, as sanitizers do, is not. Before the N-th is carried
// out the program is killed, or sent the signal of Ctrl-C, or that call fails with ERRNO.
//
// HOW read-ERRNO: of the calls that look at what lies below the folder STRIKE_BELOW (an environment variable), the
// N-th fails. HOW vanish, fifo, grow, shrink: before the N-th opening of a file below it that file is taken away,
// or a FIFO put in its place; before the N-th reading from one it gets longer than nammo reads, or empty. In the
// first thread alone.
//
// What the last line of stderr says: "strike: N" where it was struck, "strike: none of N" where there were only N.
// The exit status is that of the program, 137 where it was killed.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "traced.h"

using namespace traced;

namespace {

constexpr std::array kChanging{SYS_write,    SYS_pwrite64, SYS_writev,   SYS_fsync,    SYS_fdatasync, SYS_rename, SYS_renameat,
                               SYS_renameat2, SYS_unlink,  SYS_unlinkat, SYS_mkdir,    SYS_mkdirat,   SYS_fchmod, SYS_chmod,
                               SYS_ftruncate, SYS_flock,   SYS_link,     SYS_linkat,   SYS_symlink};

bool opens_own_file(pid_t pid, const __ptrace_syscall_info& info) {
  return opens_to_write(info) && text_at(pid, info.entry.args[1]).find("/.nammo/") != std::string::npos;
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

// The calls of one program that look at what lies below a folder.
class Looks {
 public:
  Looks(pid_t pid, std::string below, std::string_view how) : pid_(pid), below_(std::move(below)), how_(how) {}
  [[nodiscard]] bool has(const __ptrace_syscall_info& entry) {
    const auto call = static_cast<long>(entry.entry.nr);
    const auto descriptor = static_cast<long>(entry.entry.args[0]);
    opening_ = false;
    if (call == SYS_close) opened_.erase(descriptor);
    if (call == SYS_openat || call == SYS_newfstatat) {
      const std::string path = text_at(pid_, entry.entry.args[1]);
      const bool inside = path.starts_with(below_);
      if (inside) path_ = path;
      opening_ = inside && call == SYS_openat && !opens_to_write(entry);
      if (how_ == "vanish" || how_ == "fifo") return opening_ && (entry.entry.args[2] & O_DIRECTORY) == 0;
      if (how_ == "grow" || how_ == "shrink") return false;
      return (inside && !opens_to_write(entry)) || (path.empty() && opened_.contains(descriptor));
    }
    if (!opened_.contains(descriptor)) return false;
    if (call == SYS_read) return how_ != "vanish" && how_ != "fifo";
    return how_.starts_with("read-") && (call == SYS_fstat || call == SYS_getdents64);
  }
  void end(const __ptrace_syscall_info& exit) {
    if (opening_ && exit.exit.is_error == 0) opened_.insert(static_cast<long>(exit.exit.rval));
    opening_ = false;
  }
  // What happens to the file before the call is carried out.
  void change() const {
    constexpr long kMoreThanIsRead = 3L << 20U;
    if (how_ == "vanish" || how_ == "fifo") ::unlink(path_.c_str());
    if (how_ == "fifo") static_cast<void>(::mkfifo(path_.c_str(), S_IRUSR | S_IWUSR));
    std::error_code gone;  // then there is nothing to change
    if (how_ == "grow") std::filesystem::resize_file(path_, kMoreThanIsRead, gone);
    if (how_ == "shrink") std::filesystem::resize_file(path_, 0, gone);
  }

 private:
  pid_t pid_;
  std::string below_;
  std::string how_;
  std::string path_;  // that was opened, or looked at, last
  bool opening_ = false;
  std::set<long> opened_;
};

int number_in(std::string_view how) {
  const auto dash = how.find('-');
  return std::atoi(std::string(dash == std::string_view::npos ? how : how.substr(dash + 1)).c_str());
}

bool is_about_looks(std::string_view how) {
  constexpr std::array<std::string_view, 4> kChanges{"vanish", "fifo", "grow", "shrink"};
  return how.starts_with("read-") || std::find(kChanges.begin(), kChanges.end(), how) != kChanges.end();
}

// Counts the calls that are struck at, and strikes.
class Striker {
 public:
  Striker(pid_t pid, int wanted, std::string_view how, const char* below)
      : pid_(pid), wanted_(wanted), how_(how), error_(number_in(how)), looks_at_(is_about_looks(how)),
        changes_(pid), looks_(pid, below == nullptr ? "" : below, how) {}

  void enter(const __ptrace_syscall_info& info) {
    if (struck_ || !counts(info) || ++counted_ != wanted_) return;
    struck_ = true;
    if (how_ == "kill") ::kill(pid_, SIGKILL);
    else if (how_ == "interrupt") ::kill(pid_, SIGINT);
    else if (error_ != 0) fail_call(pid_, error_);
    else looks_.change();
  }
  void leave(const __ptrace_syscall_info& info) {
    changes_.end(info);
    looks_.end(info);
  }
  void tell() const { std::fprintf(stderr, struck_ ? "strike: %d\n" : "strike: none of %d\n", counted_); }

 private:
  bool counts(const __ptrace_syscall_info& info) {
    if (looks_at_) return looks_.has(info);
    begun_ = begun_ || opens_own_file(pid_, info);
    return begun_ && changes_.has(info);
  }

  pid_t pid_;
  int wanted_;
  std::string_view how_;
  int error_;
  bool looks_at_;
  Changes changes_;
  Looks looks_;
  int counted_ = 0;
  bool begun_ = false;
  bool struck_ = false;
};

int watch(pid_t pid, Striker& striker) {
  int status = 0;
  ::waitpid(pid, &status, 0);
  ::ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  while (WIFSTOPPED(status)) {
    int signal = WSTOPSIG(status);
    if (signal == (SIGTRAP | 0x80)) {
      signal = 0;
      const auto info = info_of(pid);
      if (info.op == PTRACE_SYSCALL_INFO_ENTRY) striker.enter(info);
      if (info.op == PTRACE_SYSCALL_INFO_EXIT) striker.leave(info);
    } else if (signal == SIGTRAP || signal == SIGSTOP) {  // of execve, and of the start
      signal = 0;
    }
    if (::ptrace(PTRACE_SYSCALL, pid, 0, signal) != 0 && errno != ESRCH) return 125;
    ::waitpid(pid, &status, 0);
  }
  striker.tell();
  return exit_status(status);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 125;
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::ptrace(PTRACE_TRACEME, 0, 0, 0);
    ::raise(SIGSTOP);
    ::execvp(arguments[3], arguments + 3);
    ::_exit(127);
  }
  Striker striker(pid, std::atoi(arguments[1]), arguments[2], std::getenv("STRIKE_BELOW"));
  return watch(pid, striker);
}

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>

#include "base/ending_signals.h"
#include "nammo/process.h"

extern char** environ;  // NOLINT: the name that POSIX gives it

namespace nammo {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const { return fd_; }
  void reset(int fd) {
    close();
    fd_ = fd;
  }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

// The two ends of what joins us with the program: ours, and the one that it gets.
struct Channel {
  Descriptor ours;
  Descriptor theirs;
};

// A socket, not a pipe: writing to a program that has ended then needs no handler
// for SIGPIPE.
bool open_input(Channel& channel) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  channel.ours.reset(ends[0]);
  channel.theirs.reset(ends[1]);
  return true;
}

bool open_output(Channel& channel) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  channel.ours.reset(ends[0]);
  channel.theirs.reset(ends[1]);
  return true;
}

std::vector<char*> arguments_of(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT(cppcoreguidelines-pro-type-const-cast): execvp writes nothing
  arguments.push_back(nullptr);
  return arguments;
}

// The pid, or the error as a negative number. `ignored`: signals that this program ignores
// and that one shall not, besides that of files that grow too large, which main() ignores.
pid_t spawn(const std::vector<std::string>& words, const posix_spawn_file_actions_t* actions, std::span<const int> ignored) {
  std::vector<char*> arguments = arguments_of(words);
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGXFSZ);
  for (const int signal : ignored) ::sigaddset(&usual, signal);
  sigset_t mask;
  ::pthread_sigmask(SIG_BLOCK, nullptr, &mask);
  for (const int signal : kEndingSignals) ::sigdelset(&mask, signal);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setsigmask(&attributes, &mask);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, arguments.front(), actions, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  return error == 0 ? pid : -error;
}

pid_t start(const std::vector<std::string>& words, const Channel& in, const Channel& out, const Channel& err) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.theirs.get(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.theirs.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.theirs.get(), STDERR_FILENO);
  const pid_t pid = spawn(words, &actions, {});
  ::posix_spawn_file_actions_destroy(&actions);
  return pid;
}

void send_some(Descriptor& to, std::string_view& input) {
  const auto sent = input.empty() ? 0 : ::send(to.get(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
  const bool gone = sent < 0 && errno != EAGAIN && errno != EINTR;
  if (input.empty() || gone) to.close();
}

void take_some(Descriptor& from, std::string& text) {
  std::array<char, 16384> buffer{};
  const auto got = ::read(from.get(), buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EINTR)) from.close();
}

// Both ways at once: a program may answer before it has read everything.
void talk(Channel& in, Channel& out, Channel& err, std::string_view input, ProgramResult& result) {
  if (input.empty()) in.ours.close();
  while (out.ours.get() >= 0 || err.ours.get() >= 0) {
    std::array<pollfd, 3> watched{{{in.ours.get(), POLLOUT, 0}, {out.ours.get(), POLLIN, 0}, {err.ours.get(), POLLIN, 0}}};
    if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
    if (watched[0].revents != 0) send_some(in.ours, input);
    if (watched[1].revents != 0) take_some(out.ours, result.out);
    if (watched[2].revents != 0) take_some(err.ours, result.err);
  }
}

int wait_for(pid_t pid) {
  constexpr int kSignalled = 128;
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return kSignalled;
  }
  return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
}

// While it lives, the signals that a terminal sends do not end this program.
class Deaf {
 public:
  Deaf() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &ignore, &before_[i]);
  }
  ~Deaf() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
  }
  Deaf(const Deaf&) = delete;
  Deaf& operator=(const Deaf&) = delete;

  static constexpr std::array<int, 2> kSignals{SIGINT, SIGQUIT};

 private:
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace

ProgramResult run_on_terminal(const std::vector<std::string>& words) {
  ProgramResult result;
  const Deaf deaf;
  const pid_t pid = spawn(words, nullptr, Deaf::kSignals);
  if (pid < 0) {
    result.reason = std::strerror(-pid);
    return result;
  }
  result.started = true;
  result.status = wait_for(pid);
  return result;
}

ProgramResult run_program(const std::vector<std::string>& words, std::string_view input) {
  ProgramResult result;
  Channel in;
  Channel out;
  Channel err;
  if (!open_input(in) || !open_output(out) || !open_output(err)) {
    result.reason = std::strerror(errno);
    return result;
  }
  const pid_t pid = start(words, in, out, err);
  if (pid < 0) {
    result.reason = std::strerror(-pid);
    return result;
  }
  in.theirs.close();
  out.theirs.close();
  err.theirs.close();
  result.started = true;
  talk(in, out, err, input, result);
  in.ours.close();
  result.status = wait_for(pid);
  return result;
}

}  // namespace nammo

#include "support/scenario.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "cli/app.h"
#include "support/memory_files.h"
#include "support/sample_store.h"

namespace nammo::test {
namespace {

namespace fs = std::filesystem;

bool is_expectation(const std::string& name) {
  return name == "stdout" || name == "stderr" || name == "exit" || name.starts_with("wrote ");
}

std::string unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      bytes += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

// "-- name --" gives the name; anything else gives nothing.
std::string section_name(const std::string& line) {
  if (line.size() < 7 || !line.starts_with("-- ") || !line.ends_with(" --")) return {};
  return line.substr(3, line.size() - 6);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void load_folder(const std::string& name, MemoryFiles& files) {
  const fs::path root = fs::path(NAMMO_SOURCE_DIR) / name;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) files.put(fs::relative(entry.path(), root).string(), content_of(entry.path()));
  }
}

// Words between blanks; "…" or '…' keeps blanks inside a word.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool open = false;
  for (const char c : command) {
    if (quote != 0 ? c == quote : c == '"' || c == '\'') {
      quote = quote != 0 ? '\0' : c;
      open = true;
    } else if (c == ' ' && quote == 0) {
      if (open) words.push_back(word);
      word.clear();
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (open) words.push_back(word);
  return words;
}

// A view of the scenario's files, or of a folder of them, that the program may own.
class Shared final : public FileReader {
 public:
  // "/store", or a folder below it.
  Shared(const FileReader& files, const std::string& root) : files_(files) {
    if (root.starts_with("/store/")) below_ = root.substr(7) + "/";
  }
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override { return files_.read(below_ + path, limit); }
  [[nodiscard]] ListResult list(const std::string& path) const override { return files_.list(below_ + path); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(below_ + path); }

 private:
  const FileReader& files_;
  std::string below_;
};

void load_sample(MemoryFiles& files) {
  const MemoryFiles sample = sample_store();
  for (const auto& [path, text] : sample.files()) files.put(path, text);
}

// Carriage returns as "<CR>", so that git's line ends cannot change a scenario.
std::string visible(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\r' ? "<CR>" : std::string(1, c);
  return result;
}

std::string after(const std::string& line, const std::string& word) { return line.substr(word.size() + 1); }

void apply(const std::string& setting, MemoryFiles& files, std::string& folder) {
  if (setting == "with sample") return load_sample(files);
  if (setting.starts_with("with ")) return load_folder(after(setting, "with"), files);
  if (setting.starts_with("without ")) return files.remove(after(setting, "without"));
  if (setting.starts_with("odd link ")) return files.put_kind(after(setting, "odd link"), FileKind::link);
  if (setting.starts_with("odd fifo ")) return files.put_kind(after(setting, "odd fifo"), FileKind::other);
  if (setting.starts_with("deny ")) return files.deny(after(setting, "deny"));
  if (setting.starts_with("in ")) folder += "/" + after(setting, "in");
}

bool is_setting(const std::string& line) {
  for (const char* word : {"with ", "without ", "odd ", "deny ", "in ", "busy "}) {
    if (line.starts_with(word)) return true;
  }
  return false;
}

}  // namespace

Scenario parse_scenario(const std::string& text) {
  Scenario scenario;
  std::string* section = nullptr;
  bool bytes = false;
  for (const std::string& line : lines_of(text)) {
    if (const auto name = section_name(line); !name.empty()) {
      bytes = name.ends_with(" (bytes)");
      const auto path = bytes ? name.substr(0, name.size() - 8) : name;
      section = path == "stdin" ? &scenario.input : is_expectation(path) ? &scenario.expected[path] : &scenario.files[path];
    } else if (section != nullptr) {
      *section += bytes ? unescaped(line + "\n") : line + "\n";
    } else if (line.starts_with("$ nammo")) {
      scenario.commands.push_back(line.size() > 8 ? line.substr(8) : "");
    } else if (is_setting(line) && !scenario.sentence.empty()) {
      scenario.settings.push_back(line);
    } else {
      scenario.sentence += line + "\n";
    }
  }
  if (scenario.commands.empty()) throw std::runtime_error("a scenario without a command");
  return scenario;
}

std::map<std::string, std::string> run_scenario(const Scenario& scenario) {
  MemoryFiles files;
  std::string folder = "/store";
  for (const auto& setting : scenario.settings) apply(setting, files, folder);
  for (const auto& [path, text] : scenario.files) files.put(path, text);
  std::ostringstream out;
  std::ostringstream err;
  std::map<std::string, std::string> result;
  cli::World world;
  world.find_store = [&](const std::string& start) -> std::optional<std::string> {
    const bool inside = start == "/store" || start.starts_with("/store/");
    return inside && files.kind("nammo.yaml") != FileKind::missing ? std::optional<std::string>("/store") : std::nullopt;
  };
  world.open_folder = [&](const std::string& root) { return std::make_unique<Shared>(files, root); };
  world.write_file = [&](const std::string& path, const std::string& text) -> std::optional<std::string> {
    result["wrote " + fs::path(path).lexically_relative(folder).string()] = text;
    files.put(fs::path(path).lexically_relative("/store").string(), text);
    return std::nullopt;
  };
  world.write_named = world.write_file;
  world.read_file = [&](const std::string& path, std::size_t limit) {
    return files.read(fs::path(path).lexically_relative("/store").string(), limit);
  };
  world.remove_file = [](const std::string&) { return std::optional<std::string>{}; };
  world.make_folder = [](const std::string&) { return std::optional<std::string>{}; };
  world.make_own_folder = world.make_folder;
  world.append_file = [&](const std::string& path, const std::string& text) -> std::optional<std::string> {
    const auto inside = fs::path(path).lexically_relative("/store").string();
    files.put(inside, files.read(inside, kMaxPublishedSize).text + text);
    return std::nullopt;
  };
  const auto& settings = scenario.settings;
  const bool busy = std::find(settings.begin(), settings.end(), "busy store") != settings.end();
  world.lock_store = [busy](const std::string&) { return LockResult{busy ? nullptr : std::make_unique<Lock>(), busy, {}}; };
  world.run_program = run_program;  // the real one
  world.run_on_terminal = [](const std::vector<std::string>& words) { return run_program(words, {}); };
  world.clock = [] { return *parse_instant("2024-05-09T10:00+07:00"); };
  world.working_folder = folder;
  world.processors = 2;
  std::istringstream in(scenario.input);
  world.in = &in;
  world.out = &out;
  world.err = &err;
  std::string exits;
  for (const auto& command : scenario.commands) {
    if (scenario.commands.size() > 1) out << "$ nammo " << command << "\n";
    exits += std::to_string(cli::run(words_of(command), world)) + "\n";
  }
  if (!out.str().empty()) result["stdout"] = visible(out.str());
  if (!err.str().empty()) result["stderr"] = err.str();
  if (exits.find_first_not_of("0\n") != std::string::npos) result["exit"] = exits;
  return result;
}

std::string with_expectations(const std::string& text, const std::map<std::string, std::string>& expected) {
  std::string result;
  bool keep = true;
  for (const std::string& line : lines_of(text)) {
    if (const auto name = section_name(line); !name.empty()) keep = !is_expectation(name);
    if (keep) result += line + "\n";
  }
  std::vector<std::string> order{"stdout", "stderr", "exit"};
  for (const auto& [name, content] : expected) {
    if (name.starts_with("wrote ")) order.push_back(name);
  }
  for (const auto& name : order) {
    const auto found = expected.find(name);
    if (found != expected.end()) result += "-- " + name + " --\n" + found->second;
  }
  return result;
}

}  // namespace nammo::test

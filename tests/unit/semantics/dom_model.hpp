// A tiny DOM that applies patches as web/src/mirror does, to compare with what was declared.
#pragma once

#include "semantics/node.hpp"
#include "semantics/patch_writer.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace pli::semantics {

class DomModel {
  public:
    struct Element {
        std::string role;
        std::string parent;
        std::vector<std::string> children;
        nlohmann::json properties = nlohmann::json::object();
        std::map<int, std::vector<double>> rects;
    };

    std::map<std::string, Element> elements{{"", {}}};
    std::string focused;
    double height = 0;
    std::vector<std::pair<std::string, nlohmann::json>> effects;
    int operations = 0;
    int moves = 0;

    void apply(const std::string& patch) {
        if (patch.empty()) return;
        for (const auto& operation : nlohmann::json::parse(patch)) {
            ++operations;
            apply_one(operation);
        }
    }

  private:
    void apply_one(const nlohmann::json& operation) {
        const std::string name = operation.at(0);
        if (name == "+") {
            create(operation.at(1), operation.at(2), operation.at(3), operation.at(4));
        } else if (name == "-") {
            remove(operation.at(1));
        } else if (name == "m") {
            move(operation.at(1), operation.at(2));
        } else if (name == "=") {
            elements.at(operation.at(1)).properties.update(operation.at(2));
        } else if (name == "r") {
            elements.at(operation.at(1)).rects[operation.at(2)] = {operation.at(3), operation.at(4), operation.at(5),
                                                                   operation.at(6)};
        } else if (name == "h") {
            height = operation.at(1);
        } else if (name == "f") {
            focused = operation.at(1);
        } else if (name == "!") {
            effects.emplace_back(operation.at(1), operation.at(2));
        } else {
            throw std::runtime_error("unknown operation " + name);
        }
    }

    void create(const std::string& key, const std::string& role, const std::string& parent, const std::string& after) {
        if (elements.count(key) != 0) throw std::runtime_error("created twice: " + key);
        elements[key].role = role;
        insert(key, parent, after);
    }

    void insert(const std::string& key, const std::string& parent, const std::string& after) {
        auto& siblings = elements.at(parent).children;
        auto place = siblings.begin();
        if (!after.empty()) {
            place = std::find(siblings.begin(), siblings.end(), after);
            if (place == siblings.end()) throw std::runtime_error(after + " is not in " + parent);
            ++place;
        }
        siblings.insert(place, key);
        elements.at(key).parent = parent;
    }

    void detach(const std::string& key) {
        auto& siblings = elements.at(elements.at(key).parent).children;
        siblings.erase(std::find(siblings.begin(), siblings.end(), key));
    }

    void move(const std::string& key, const std::string& after) {
        ++moves;
        detach(key);
        insert(key, elements.at(key).parent, after);
    }

    void remove(const std::string& key) {
        detach(key);
        forget(key);
    }

    void forget(const std::string& key) {
        const auto children = elements.at(key).children;
        for (const auto& child : children) forget(child);
        elements.erase(key);
    }
};

} // namespace pli::semantics

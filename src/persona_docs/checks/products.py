"""What the products that load personas know and take, where they say so.

Only what a product closes is listed: an empty set means that anything may be right. The sources are the
products' own references; a name missing here costs someone a false warning, so lists err on the long side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from persona_docs.model import Persona
from persona_docs.reading.dialects.markdown import MARKDOWN


@dataclass(frozen=True, slots=True)
class Product:
    """A product's demands on its personas.

    Attributes:
        label: what people call it.
        named: whether it wants a name in a field.
        described: whether it wants a description in a field.
        bare: whether it takes what says nothing of itself at all, as rules need not.
        chosen: the setting, key and value, that has a model choose by the description; then it wants one.
        elsewhere: the setting of one that runs elsewhere; then it wants no description and no instructions.
        description: the most characters of a description, 0 for any number.
        tools: its own tools, as it writes them; empty where extensions add more.
        models: short names of models; empty where any may be right.
        families: what the full id of a model holds.
        handle: the most characters of a name of small letters, digits and single hyphens; 0 for any name.
        same_as: what the name should equal: the file's stem (`file`), its folder (`folder`), or nothing.
        keys: of its front matter, as it writes them; empty where it says nothing of others.
        values: what a setting can be, for those that can be a few words only.
    """

    label: str
    named: bool = True
    described: bool = True
    bare: bool = False
    chosen: tuple[str, str] = ("", "")
    elsewhere: tuple[str, str] = ("", "")
    description: int = 0
    tools: frozenset[str] = frozenset()
    models: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    handle: int = 0
    same_as: str = ""
    keys: frozenset[str] = frozenset()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_CLAUDE_TOOLS = """
Agent AskUserQuestion Bash BashOutput Brief Config CronCreate CronDelete CronList Edit EndConversation
EnterPlanMode EnterWorktree ExitPlanMode ExitWorktree Glob Grep KillBash KillShell ListMcpResources
ListMcpResourcesTool LS LSP MCP Monitor MultiEdit NotebookEdit NotebookRead PowerShell PushNotification
Read ReadMcpResource ReadMcpResourceTool RemoteTrigger ScheduleWakeup SendMessage SendUserFile Skill
SlashCommand Sleep StructuredOutput Task TaskCreate TaskGet TaskList TaskOutput TaskStop TaskUpdate
TeamCreate TeamDelete TodoRead TodoWrite ToolSearch WebFetch WebSearch Workflow Write
"""  # https://code.claude.com/docs/en/tools-reference, and names of earlier versions
_CLAUDE_MODELS = ("inherit", "default", "sonnet", "opus", "haiku", "fable", "opusplan", "best")
_GEMINI_TOOLS = """
activate_skill ask_user cli_help codebase_investigator complete_task edit enter_plan_mode exit_plan_mode
get_internal_docs glob google_web_search grep_search invoke_agent list_background_processes list_directory
read_background_output read_file read_many_files replace run_shell_command save_memory search_file_content
update_topic web_fetch write_file write_todos
"""  # https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/index.md
_ROO_GROUPS = "read edit browser command mcp modes"  # https://docs.roocode.com/features/custom-modes

_AGENT_KEYS = """
name description tools disallowedTools model permissionMode maxTurns skills mcpServers hooks memory background
effort isolation color initialPrompt omitClaudeMd
"""  # https://code.claude.com/docs/en/sub-agents#supported-frontmatter-fields
_SKILL_KEYS = """
name description license compatibility metadata allowed-tools disallowed-tools argument-hint arguments agent
disable-model-invocation user-invocable model effort context hooks paths shell when_to_use
"""  # https://agentskills.io/specification, https://code.claude.com/docs/en/skills#frontmatter-reference
_COPILOT_KEYS = """
name description tools model target agents handoffs mcp-servers argument-hint user-invocable infer hooks
disable-model-invocation metadata
"""  # https://docs.github.com/en/copilot/reference/custom-agents-configuration, VS Code's own beside them
_OPENCODE_KEYS = """
description mode model variant prompt tools permission temperature top_p steps maxSteps hidden disable color
agent subtask options
"""  # https://opencode.ai/docs/agents, https://opencode.ai/docs/commands
_EFFORTS = ("low", "medium", "high", "xhigh", "max")
_AGENT_VALUES = {
    "permissionMode": ("default", "acceptEdits", "auto", "dontAsk", "bypassPermissions", "plan", "manual"),
    "memory": ("user", "project", "local"),
    "isolation": ("worktree", "remote"),
    "effort": _EFFORTS,
}  # https://code.claude.com/docs/en/sub-agents#supported-frontmatter-fields
_CODEX_VALUES = {
    "model_reasoning_effort": ("none", "minimal", *_EFFORTS),
    "sandbox_mode": ("read-only", "workspace-write", "danger-full-access"),
}  # https://developers.openai.com/codex/config-reference
_STEERING_KEYS = "inclusion fileMatchPattern name description"
_GEMINI_KEYS = """
name description display_name kind tools mcpServers model temperature max_turns timeout_mins agent_card_url
agent_card_json auth
"""


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


_CLAUDE = Product(
    "Claude Code",
    tools=frozenset(_CLAUDE_TOOLS.split()),
    models=_CLAUDE_MODELS,
    families=(
        "claude",
        "arn:aws:bedrock",
        "anthropic",
        "/",
        "glm-",
        "kimi-",
        "deepseek",
        "qwen",
        "gpt-",
        "gemini",
    ),
    same_as="file",
    keys=_keys(_AGENT_KEYS),
    values=_AGENT_VALUES,
)
_OPENCODE = Product(
    "OpenCode",
    named=False,
    keys=_keys(_OPENCODE_KEYS),
    values={"mode": ("primary", "subagent", "all")},
)
_FREE = Product("the product", named=False, described=False)
_RULES = replace(_FREE, bare=True)
_WINDSURF = replace(
    _RULES,
    label="Windsurf",
    chosen=("trigger", "model_decision"),
    keys=_keys("trigger description globs"),
    values={"trigger": ("always_on", "manual", "model_decision", "glob")},
)
_CATALOG = Product("the catalog")

PRODUCTS: dict[str, Product] = {
    "agency": Product("the collection"),
    "amp": _RULES,
    "amazonq-agent": Product("Amazon Q"),
    "antigravity-rule": replace(_WINDSURF, label="Antigravity"),
    "autogen": Product("AutoGen"),
    "augment-agent": _CATALOG,
    "augment-rule": _RULES,
    "claude-agent": _CLAUDE,
    "claude-command": replace(
        _CLAUDE,
        named=False,
        described=False,
        same_as="",
        keys=_keys(_SKILL_KEYS),
        values={"effort": _EFFORTS},
    ),
    "claude-output-style": replace(_RULES, label="Claude Code"),
    "claude-rule": replace(_RULES, label="Claude Code"),
    "cline": _RULES,
    "codex": Product("Codex", values=_CODEX_VALUES),
    "codex-prompt": _RULES,
    "continue": Product("Continue", described=False),
    "continue-agent": Product("Continue", described=False),
    "continue-prompt": Product("Continue", described=False),
    "copilot-agent": Product(
        "GitHub Copilot",
        named=False,
        keys=_keys(_COPILOT_KEYS),
        values={"target": ("vscode", "github-copilot")},
    ),
    "copilot-instructions": replace(
        _RULES, label="GitHub Copilot", keys=_keys("name description applyTo excludeAgent")
    ),
    "cursor-rule": Product(
        "Cursor",
        named=False,
        described=False,
        keys=_keys("description globs alwaysApply"),
        values={"alwaysApply": ("true", "false")},
    ),
    "cursor-agent": Product("Cursor", named=False),
    "factory": _CATALOG,
    "gemini": Product(
        "Gemini CLI",
        elsewhere=("kind", "remote"),  # https://geminicli.com/docs/core/remote-agents
        tools=frozenset(_GEMINI_TOOLS.split()),
        models=("inherit", "auto", "pro", "flash", "flash-lite"),
        families=("gemini", "gemma"),
        keys=_keys(_GEMINI_KEYS),
        values={"kind": ("local", "remote")},
    ),
    "goose": Product("Goose", named=False),
    "grok": Product("Grok"),
    "junie": _RULES,
    "junie-agent": _CATALOG,
    "kilo-rule": _RULES,
    "kiro": Product("Kiro", named=False),  # https://kiro.dev/docs/custom-agents
    "kiro-prompt": replace(_RULES, label="Kiro"),
    "kiro-steering": replace(
        _RULES,
        label="Kiro",
        chosen=("inclusion", "auto"),
        keys=_keys(_STEERING_KEYS),
        values={"inclusion": ("always", "fileMatch", "manual", "auto")},
    ),
    "lmagent": Product("LMAgent", described=False),  # its second version has roles
    "markdown": _CATALOG,
    "opencode": _OPENCODE,
    "opencode-json": _OPENCODE,
    "openhands": _RULES,
    "pi-agent": _CATALOG,
    "qwen": _CATALOG,
    "roo-rule": _RULES,
    "roo": Product("Roo Code", described=False, tools=frozenset(_ROO_GROUPS.split())),
    "skill": Product(
        "Agent Skills",
        description=1_024,
        handle=64,  # https://agentskills.io/specification#name-field
        same_as="folder",
        keys=_keys(_SKILL_KEYS),
        values={"effort": _EFFORTS},
    ),
    "skill-file": replace(_CATALOG, named=False),
    "superclaude": Product("SuperClaude"),
    "trae": _RULES,
    "windsurf-rule": _WINDSURF,
    "windsurf-workflow": replace(_RULES, label="Windsurf"),
}
"""By the name of the dialect; a dialect that is not here has no demands."""


def product_of(persona: Persona) -> Product:
    """The product a persona is written for, with what it demands of one that is set like this."""
    product = _RULES if _is_rule(persona) else PRODUCTS.get(persona.dialect, _FREE)
    if runs_elsewhere(persona):
        return replace(product, described=False, bare=True)
    return replace(product, described=True) if _is_set(persona, product.chosen) else product


def _is_rule(persona: Persona) -> bool:
    """Whether it is kept among rules, which no product asks for a name, whichever it is for."""
    folders = PurePosixPath(persona.source.path.lower()).parent.parts
    return persona.dialect == MARKDOWN.name and "rules" in folders


def runs_elsewhere(persona: Persona) -> bool:
    """Whether somebody else keeps a persona's instructions, which are reached by an address."""
    return _is_set(persona, PRODUCTS.get(persona.dialect, _FREE).elsewhere)


def _is_set(persona: Persona, setting: tuple[str, str]) -> bool:
    key, value = setting
    return key in persona.settings and persona.settings[key].value == value

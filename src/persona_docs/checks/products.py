"""What the products that load personas know and take, where they say so.

Only what a product closes is listed: an empty set means that anything may be right. The sources are the
products' own references; a name missing here costs someone a false warning, so lists err on the long side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from persona_docs.model import Persona


@dataclass(frozen=True, slots=True)
class Product:
    """A product's demands on its personas.

    Attributes:
        label: what people call it.
        named: whether it wants a name in a field.
        described: whether it wants a description in a field.
        bare: whether it takes what says nothing of itself at all, as rules need not.
        chosen: the setting, key and value, that has a model choose by the description; then it wants one.
        description: the most characters of a description, 0 for any number.
        tools: its own tools, as it writes them; empty where extensions add more.
        models: short names of models; empty where any may be right.
        families: what the full id of a model holds.
        same_as: what the name should equal: the file's stem (`file`), its folder (`folder`), or nothing.
        yaml: whether its front matter is YAML; where it is not, quotes may become part of a value.
    """

    label: str
    named: bool = True
    described: bool = True
    bare: bool = False
    chosen: tuple[str, str] = ("", "")
    description: int = 0
    tools: frozenset[str] = frozenset()
    models: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    same_as: str = ""
    yaml: bool = True


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
)
_OPENCODE = Product("OpenCode", named=False)
_FREE = Product("the product", named=False, described=False)
_RULES = replace(_FREE, bare=True)
_CATALOG = Product("the catalog")

PRODUCTS: dict[str, Product] = {
    "agency": Product("the collection"),
    "amp": _RULES,
    "augment-agent": _CATALOG,
    "augment-rule": _RULES,
    "claude-agent": _CLAUDE,
    "claude-command": replace(_CLAUDE, named=False, described=False, same_as=""),
    "cline": _RULES,
    "codex": Product("Codex"),
    "continue": Product("Continue", described=False),
    "copilot-agent": Product("GitHub Copilot", named=False),
    "cursor-rule": Product("Cursor", named=False, described=False, yaml=False),
    "cursor-agent": Product("Cursor", named=False),
    "factory": _CATALOG,
    "gemini": Product(
        "Gemini CLI",
        tools=frozenset(_GEMINI_TOOLS.split()),
        models=("inherit", "auto", "pro", "flash", "flash-lite"),
        families=("gemini", "gemma"),
    ),
    "grok": Product("Grok"),
    "junie": _RULES,
    "kiro": Product("Kiro"),
    "kiro-steering": replace(_RULES, label="Kiro", chosen=("inclusion", "auto")),
    "lmagent": Product("LMAgent", described=False),  # its second version has roles
    "markdown": _CATALOG,
    "opencode": _OPENCODE,
    "opencode-json": _OPENCODE,
    "pi-agent": _CATALOG,
    "qwen": _CATALOG,
    "roo": Product("Roo Code", described=False, tools=frozenset(_ROO_GROUPS.split())),
    "skill": Product("Agent Skills", description=1_024, same_as="folder"),
    "superclaude": Product("SuperClaude"),
    "trae": _RULES,
    "windsurf-rule": replace(_RULES, label="Windsurf", chosen=("trigger", "model_decision"), yaml=False),
    "windsurf-workflow": replace(_RULES, label="Windsurf"),
}
"""By the name of the dialect; a dialect that is not here has no demands."""


def product_of(persona: Persona) -> Product:
    """The product a persona is written for, with what it demands of one that is set like this."""
    product = PRODUCTS.get(persona.dialect, _FREE)
    key, value = product.chosen
    chosen = key in persona.settings and persona.settings[key].value == value
    return replace(product, described=True) if chosen else product

const bash = `# Completion of kms for bash: source <(kms completion bash)
_kms_complete() {
  local cur words=("\${COMP_WORDS[@]:1:COMP_CWORD}") line
  # bash takes "=" and ":" for ends of words.
  _get_comp_words_by_ref -n =: cur 2>/dev/null || cur="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(kms __complete -- "\${words[@]}" 2>/dev/null)
  declare -F __ltrim_colon_completions >/dev/null && __ltrim_colon_completions "$cur"
  [ \${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "$cur"))
  return 0
}
complete -o filenames -F _kms_complete kms
`;

const zsh = `#compdef kms
# Completion of kms for zsh: source <(kms completion zsh)
_kms() {
  local -a found
  local line name tab=$'\\t'
  while IFS= read -r line; do
    # A colon ends the name, unless it is escaped.
    name="\${\${line%%$tab*}//:/\\\\:}"
    [[ "$line" == *$tab* ]] && name="$name:\${line#*$tab}"
    found+=("$name")
  done < <(kms __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then
    _describe 'kms' found
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_kms" ]; then
  _kms "$@"
else
  compdef _kms kms
fi
`;

const fish = `# Completion of kms for fish: kms completion fish > ~/.config/fish/completions/kms.fish
function __kms_complete
    set -l words (commandline -opc) (commandline -ct)
    kms __complete -- $words[2..-1] 2>/dev/null
end
complete -c kms -a '(__kms_complete)'
`;

/** What a shell reads to complete \`kms\`; all of them ask \`kms __complete\`, so that they need no update. */
export const completionScripts: Readonly<Record<string, string>> = { bash, zsh, fish };

/** Rules of a parameter, beside those of its field in the table of APIs. */
export interface ParameterRules {
  /** The API works on the text as it was sent. */
  readonly asText?: true;
  /** Empty text is a value. */
  readonly mayBeEmpty?: true;
  /** JSON may have it as a number. */
  readonly orNumber?: true;
  /** Is sealed before it is stored, or not stored; a database may not take U+0000. */
  readonly anyCharacter?: true;
  /** Need not be given, though the table asks our client for it. */
  readonly optional?: true;
  /** The one value that is possible here. */
  readonly only?: string;
  /** Why it cannot be given here. */
  readonly refused?: string;
}

/** Rules of a message of the instance gateway. */
export interface InstanceRules {
  readonly required: readonly string[];
  readonly ranges?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
}

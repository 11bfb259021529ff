/** Rules of a parameter in addition to those in the table of APIs. */
export interface ParameterRules {
  /** The handler gets the text as sent. */
  readonly asText?: true;
  /** Empty text is a valid value. */
  readonly mayBeEmpty?: true;
  /** May be a number in JSON. */
  readonly orNumber?: true;
  /** Sealed before it is stored, or not stored, so it may contain U+0000, which a database may refuse. */
  readonly anyCharacter?: true;
  /** May be absent, although the table requires it of our client. */
  readonly optional?: true;
  /** The only supported value. */
  readonly only?: string;
  /** Why it is not supported here. */
  readonly refused?: string;
}

/** Rules of a message of the instance gateway. */
export interface InstanceRules {
  readonly required: readonly string[];
  readonly ranges?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
}

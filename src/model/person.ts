export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
  readonly avatar?: string;
}

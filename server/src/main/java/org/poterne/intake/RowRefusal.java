package org.poterne.intake;

/** Why a row of the file makes no account. */
public sealed interface RowRefusal {

    record AddressMissing() implements RowRefusal {}

    record NotAnAddress(TypedValue value) implements RowRefusal {}

    record AddressTwice(long earlierLine) implements RowRefusal {}

    record NamesMissing() implements RowRefusal {}

    record NameTooLong(ImportColumn column, int characters, int atMost) implements RowRefusal {}

    /** Control, direction or invisible characters: one name could be made to look like another. */
    record UnseenCharacters(ImportColumn column, TypedValue value) implements RowRefusal {}

    /** Mostly a separator inside a cell without quotation marks: the names would land in one another's place. */
    record TooManyCells(int cells, int columns) implements RowRefusal {}

    record NotAUsername(TypedValue value) implements RowRefusal {}

    record UsernameTwice(long earlierLine) implements RowRefusal {}

    /** By somebody with another address, or one that looks the same is. */
    record UsernameTaken() implements RowRefusal {}

    /** None that the tenant speaks. */
    record NotALanguage(TypedValue value) implements RowRefusal {}

    record AnswerMissing(ImportColumn column) implements RowRefusal {}

    /** Neither a value of the list nor its words in one of the tenant's languages. */
    record AnswerNotListed(ImportColumn column, TypedValue value) implements RowRefusal {}

    /** Stable, for scripts. */
    default String reason() {
        return switch (this) {
            case AddressMissing() -> "address-missing";
            case NotAnAddress _ -> "not-an-address";
            case AddressTwice _ -> "address-twice";
            case NamesMissing() -> "names-missing";
            case NameTooLong _ -> "name-too-long";
            case UnseenCharacters _ -> "unseen-characters";
            case TooManyCells _ -> "too-many-cells";
            case NotAUsername _ -> "not-a-username";
            case UsernameTwice _ -> "username-twice";
            case UsernameTaken() -> "username-taken";
            case NotALanguage _ -> "not-a-language";
            case AnswerMissing _ -> "answer-missing";
            case AnswerNotListed _ -> "answer-not-listed";
        };
    }
}

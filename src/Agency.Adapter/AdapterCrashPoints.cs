namespace Agency.Adapter;

/// <summary>The adapter's named places to die, by row of protocol.md 10. Each has a test that dies exactly there.</summary>
internal static class AdapterCrashPoints
{
    /// <summary>Row 1: checked, sealed and placed, the spool row not written.</summary>
    public const string SubmissionNotWritten = "adapter.submit.before-row";

    /// <summary>Row 2: a large content in its place, no row names it.</summary>
    public const string ContentNotNamed = "adapter.content.placed";

    /// <summary>Row 2: a recalled document is destroyed in the spool, its file is still there.</summary>
    public const string DestroyedNotRemoved = "adapter.mark.destroyed";

    /// <summary>Row 3: the submission is durable, its agency has no answer.</summary>
    public const string SubmissionNotAnswered = "adapter.submit.after-row";

    /// <summary>Row 4: one block of an upload sent.</summary>
    public const string UploadBlock = "adapter.upload.block";

    /// <summary>Row 4: uploaded, the mark lost.</summary>
    public const string UploadNotMarked = "adapter.upload.complete";

    /// <summary>Row 4: one block of a content fetched.</summary>
    public const string FetchBlock = "adapter.fetch.block";

    /// <summary>Row 5: about to publish a submission.</summary>
    public const string SubmissionNotPublished = "adapter.submit.before-publish";

    /// <summary>Row 5: published and confirmed, the mark lost.</summary>
    public const string SubmissionNotMarked = "adapter.submit.before-mark";

    /// <summary>Row 10: a delivery in hand, not spooled.</summary>
    public const string DeliveryNotWritten = "adapter.receive.before-row";

    /// <summary>Row 11: spooled, not acknowledged to the broker. Every kind of message passes here.</summary>
    public const string MessageNotSettled = "adapter.receive.before-ack";

    /// <summary>Row 12: acknowledgements sealed and owed, not sent.</summary>
    public const string AcknowledgementsNotSent = "adapter.acknowledge.not-sent";

    /// <summary>Row 12: acknowledgements confirmed by the broker and still owed in the spool.</summary>
    public const string AcknowledgementsNotRemoved = "adapter.acknowledge.confirmed";

    /// <summary>Row 13: the part is written and synced, PLACING is not.</summary>
    public const string PartStaged = "adapter.place.staged";

    /// <summary>Row 13: PLACING is durable, the part not renamed.</summary>
    public const string PartNotRenamed = "adapter.place.before-rename";

    /// <summary>Row 13: shown to the agency, DONE is not durable.</summary>
    public const string PlacedNotDone = "adapter.place.before-done";

    /// <summary>Row 13: a file of the outbox renamed into its claim, no row.</summary>
    public const string FileClaimed = "folder.claimed";

    /// <summary>Row 13: the row written, the file still claimed.</summary>
    public const string FileSubmitted = "folder.submitted";

    /// <summary>Row 13: marked as waiting for the hub, the file still claimed.</summary>
    public const string FileMarked = "folder.marked";

    /// <summary>Row 13: the reason of a refusal written, the file still claimed.</summary>
    public const string FileNoted = "folder.noted";

    /// <summary>Row 13: moved to where it belongs, its claim's folder still there.</summary>
    public const string FileMoved = "folder.moved";

    /// <summary>Row 13: the hub's refusal noted, the file still in <c>sent</c>.</summary>
    public const string FileAnswered = "folder.answered";

    /// <summary>Row 14: recorded as handed out, no byte sent.</summary>
    public const string PackageNotSent = "adapter.inbox.taken";

    /// <summary>Row 14: the agency's answer in hand, nothing written.</summary>
    public const string AnswerNotWritten = "adapter.done.before-row";

    /// <summary>Row 15: inside the transaction, DONE written and its automatic 01 not.</summary>
    public const string ArrivalNotWritten = "adapter.done.before-01";

    /// <summary>Rows 14, 15: DONE and 01 durable, the agency has no answer.</summary>
    public const string AnswerNotAnswered = "adapter.done.after-row";

    /// <summary>Row 19: a group of writes made, not committed. Everything that the spool keeps passes here.</summary>
    public const string SpoolBeforeCommit = "adapter.spool.before-commit";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SubmissionNotWritten, ContentNotNamed, DestroyedNotRemoved, SubmissionNotAnswered, UploadBlock, UploadNotMarked, FetchBlock, SubmissionNotPublished,
        SubmissionNotMarked,
        DeliveryNotWritten, MessageNotSettled, AcknowledgementsNotSent, AcknowledgementsNotRemoved, PartStaged, PartNotRenamed, PlacedNotDone,
        FileClaimed, FileSubmitted, FileMarked, FileNoted, FileMoved, FileAnswered,
        PackageNotSent, AnswerNotWritten, ArrivalNotWritten, AnswerNotAnswered, SpoolBeforeCommit,
    ];
}

namespace Agency.Adapter.Outgoing;

/// <summary>Port for the interfaces: what became of the packages that an agency handed over. Reads the spool only.</summary>
internal interface ITrackSubmissions
{
    /// <summary>One submission of this agency with the latest states of its deliveries, or <c>null</c>.</summary>
    SubmissionView? Find(string agency, Guid submissionId);

    /// <summary>Submissions of this agency after a cursor, oldest first.</summary>
    /// <param name="agency">Configured code of the agency.</param>
    /// <param name="after">Cursor of the last one seen; 0 from the start.</param>
    /// <param name="limit">Most rows returned.</param>
    IReadOnlyList<SubmissionView> List(string agency, long after, int limit);
}

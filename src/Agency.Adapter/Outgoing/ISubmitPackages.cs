namespace Agency.Adapter.Outgoing;

/// <summary>Port for the interfaces of agencies' systems: hand a package over, and ask what became of it.</summary>
internal interface ISubmitPackages
{
    /// <summary>
    /// Collects, checks, seals and spools a package. When <see cref="SubmitOutcome.Accepted"/> is returned it is durable here and will
    /// reach the hub however often anything dies; nothing is kept when it is not.
    /// </summary>
    /// <param name="request">Who hands over, and under which key.</param>
    /// <param name="package">edXML bytes, edoc or status, read to the end; not disposed.</param>
    /// <param name="cancellation">Gives up before anything is durable.</param>
    Task<SubmitOutcome> SubmitAsync(SubmitRequest request, Stream package, CancellationToken cancellation);

    /// <summary>Writes the status as edXML, resolves which delivery it answers and submits it like any package (protocol.md 3).</summary>
    Task<SubmitOutcome> SubmitStatusAsync(SubmitRequest request, StatusRequest status, CancellationToken cancellation);

    /// <summary>What became of an earlier hand-over with this claim, or <c>null</c>: asked by the folder after a restart.</summary>
    SubmitOutcome? FindClaim(Guid claim);
}

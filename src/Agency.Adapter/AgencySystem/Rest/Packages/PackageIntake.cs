using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Brings a request's body, edXML or a form, to its agency as a stream of edXML. Nothing is held in memory whole.</summary>
internal sealed class PackageIntake(AdapterOptions options, FormFolder forms, DiskSpace disk)
{
    /// <summary>What a body may be.</summary>
    public const string Kinds = "application/xml, application/octet-stream, multipart/form-data";

    /// <summary>Calls <paramref name="use"/> with the agency that speaks, its package, and who checked it if anybody is named.</summary>
    /// <exception cref="RefusedException">The body is of no known kind, no agency is named, a form cannot be written as edXML, or a checker has no name.</exception>
    public async Task<IResult> ReadAsync(
        HttpContext context, string? agency, Func<AgencyOptions, Stream, NamedChecker?, Task<IResult>> use, CancellationToken cancellation)
    {
        LetIn(context);
        var checker = RequestHeaders.ReadCheckedBy(context.Request);
        var kind = (context.Request.ContentType ?? "application/octet-stream").Split(';')[0].Trim().ToLowerInvariant();
        switch (kind)
        {
            case "application/xml" or "text/xml" or "application/octet-stream":
                return await ReadEdxmlAsync(context, agency, (speaker, package) => use(speaker, package, checker), cancellation);
            case "multipart/form-data":
                return await ReadFormAsync(context, agency, checker, use, cancellation);
            default:
                throw new RefusedException(Finding.Refuse(ErrorCatalogue.MediaTypeUnknown, "", kind, Kinds));
        }
    }

    /// <summary>A form whatever it asks; the caller disposes it.</summary>
    /// <exception cref="RefusedException">It is none, or there is no room for it.</exception>
    public async Task<Form> ReadFormAsync(HttpContext context, CancellationToken cancellation)
    {
        LetIn(context);
        return disk.HasRoomFor(context.Request.ContentLength ?? 0)
            ? await Form.ReadAsync(context.Request, forms, cancellation)
            : throw new RefusedException(DiskSpace.Refusal);
    }

    private void LetIn(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.BodyLimit;
        }
    }

    private static async Task<IResult> ReadEdxmlAsync(
        HttpContext context, string? agency, Func<AgencyOptions, Stream, Task<IResult>> use, CancellationToken cancellation)
    {
        var caller = context.Caller();
        if (agency is not null || caller.Agencies.Count == 1)
        {
            return await use(caller.Speaker(agency, null), context.Request.Body);
        }

        var (sender, package) = await SenderPeek.ReadAsync(context.Request.Body, cancellation);
        await using (package)
        {
            return await use(caller.Speaker(null, sender), package);
        }
    }

    private async Task<IResult> ReadFormAsync(
        HttpContext context, string? agency, NamedChecker? checker, Func<AgencyOptions, Stream, NamedChecker?, Task<IResult>> use, CancellationToken cancellation)
    {
        using var form = await ReadFormAsync(context, cancellation);
        if (!form.HasDocument)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormPartMissing, "/document", "document"));
        }

        var speaker = context.Caller().Speaker(agency, form.Document.From?.Code);
        var draft = DocumentDraft.Make(form.Document, speaker, form.Files);
        checker = CheckerNames.Read(form.Document.CheckedBy?.Name, form.Document.CheckedBy?.Position, "/checkedBy/name", "/checkedBy/position") ?? checker;
        if (PackageWriter.Check(draft) is { Count: > 0 } findings)
        {
            throw new RefusedException(findings);
        }

        return await DraftStream.UseAsync(draft, package => use(speaker, package, checker), cancellation);
    }
}

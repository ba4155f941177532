using Agency.Adapter.Outgoing;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>A form as it came: the document and its files, which lie in the form folder until this is disposed.</summary>
internal sealed class Form : IDisposable
{
    private const string DocumentPart = "document";
    private const string RequestPart = "request";
    private const int DocumentLimit = 1024 * 1024;
    private readonly List<KeptFile> files = [];

    private Form()
    {
    }

    public DocumentBody Document { get; private set; } = new();

    /// <summary>True when the document was said.</summary>
    public bool HasDocument { get; private set; }

    /// <summary>What is asked of a document that was sent, where the form asks something.</summary>
    public ChangeBody Request { get; private set; } = new();

    /// <summary>The files in the order of the form.</summary>
    public IReadOnlyList<AttachmentDraft> Files => [.. files.Select(file => file.Attachment)];

    /// <summary>A form that asks and brings nothing.</summary>
    public static Form Of(ChangeBody request) => new() { Request = request };

    /// <exception cref="RefusedException">It is no form.</exception>
    public static async Task<Form> ReadAsync(HttpRequest request, FormFolder folder, CancellationToken cancellation)
    {
        var form = new Form();
        try
        {
            await form.FillAsync(request, folder, cancellation);
            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    /// <summary>Takes copies of the files of a document that was sent.</summary>
    /// <exception cref="RefusedException">Its bytes were removed.</exception>
    public Task FillAsync(SubmissionView sent, SentFiles from, CancellationToken cancellation) => from.CopyAsync(sent, files, cancellation);

    public void Dispose() => files.ForEach(file => File.Delete(file.Path));

    private async Task FillAsync(HttpRequest request, FormFolder folder, CancellationToken cancellation)
    {
        var reader = Multipart.Open(request);
        while (await Multipart.NextAsync(reader, cancellation) is { } section)
        {
            var disposition = Multipart.Disposition(section);
            var part = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (part == DocumentPart)
            {
                Document = await ReadJsonAsync<DocumentBody>(section.Body, part, cancellation);
                HasDocument = true;
            }
            else if (part == RequestPart && Multipart.FileName(disposition) is null)
            {
                Request = await ReadJsonAsync<ChangeBody>(section.Body, part, cancellation);
            }
            else
            {
                var file = new KeptFile(Multipart.FileName(disposition) ?? part ?? "", folder.NewFile());
                files.Add(file);
                await file.FillAsync(section.Body, long.MaxValue, cancellation);
            }
        }
    }

    private static async Task<T> ReadJsonAsync<T>(Stream body, string part, CancellationToken cancellation) where T : class
    {
        var buffer = new byte[DocumentLimit + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (length > DocumentLimit)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.StructureTooLarge, "/" + part, DocumentLimit));
        }

        using var json = new MemoryStream(buffer, 0, length, writable: false);
        return await RestJson.ReadAsync<T>(json, cancellation);
    }
}

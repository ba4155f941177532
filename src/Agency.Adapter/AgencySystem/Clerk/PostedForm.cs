using System.Text;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Axis.Contracts.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>
/// A form as a browser posts it: short fields in memory, files streamed into the form folder. Files that nobody keeps go with it. The session's token stands
/// in the first field, so nothing is taken in for a foreign page.
/// </summary>
internal sealed class PostedForm : IDisposable
{
    private const int FieldsLimit = 1024 * 1024;
    private readonly List<(string Field, string Value)> fields = [];
    private readonly List<KeptFile> files = [];
    private int fieldBytes;

    private PostedForm()
    {
    }

    /// <summary>Value of a field; empty when absent.</summary>
    public string this[string field] => fields.Find(one => one.Field == field).Value ?? "";

    /// <summary>Fields and values in the order of the form.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields => fields;

    /// <summary>Every value of a field that may stand there several times.</summary>
    public IEnumerable<string> All(string field) => fields.Where(one => one.Field == field).Select(one => one.Value);

    /// <summary>Hands the files over to whoever keeps them.</summary>
    public IReadOnlyList<KeptFile> TakeFiles()
    {
        KeptFile[] taken = [.. files];
        files.Clear();
        return taken;
    }

    /// <exception cref="RefusedException">It is no form, too large, or not made for this session.</exception>
    public static async Task<PostedForm> ReadAsync(
        HttpRequest request, ClerkSession session, FormFolder folder, long limit, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // Bounded while it is read, so that the browser hears why.
            size.MaxRequestBodySize = null;
        }

        var form = new PostedForm();
        try
        {
            await form.FillAsync(request, session, folder, limit, cancellation);
            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    public void Dispose() => files.ForEach(file => File.Delete(file.Path));

    private async Task FillAsync(HttpRequest request, ClerkSession session, FormFolder folder, long limit, CancellationToken cancellation)
    {
        var reader = Multipart.Open(request);
        var left = limit;
        while (await Multipart.NextAsync(reader, cancellation) is { } section)
        {
            var disposition = Multipart.Disposition(section);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (Multipart.FileName(disposition) is not { } file)
            {
                fields.Add((name, await ReadFieldAsync(section.Body, cancellation)));
            }
            else if (!ClerkSessions.IsOwn(session, this[PostedFields.Token]))
            {
                break;
            }
            else if (file.Length > 0)
            {
                left -= await KeepAsync(file, section.Body, folder, left, request.Body, limit, cancellation);
            }
        }

        if (!ClerkSessions.IsOwn(session, this[PostedFields.Token]))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormForeign, ""));
        }
    }

    private async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[FieldsLimit - fieldBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        fieldBytes += length;
        return fieldBytes > FieldsLimit
            ? throw new RefusedException(Finding.Refuse(ErrorCatalogue.StructureTooLarge, "", FieldsLimit))
            : Encoding.UTF8.GetString(buffer, 0, length).ReplaceLineEndings("\n").Normalize();
    }

    private async Task<long> KeepAsync(
        string name, Stream content, FormFolder folder, long left, Stream whole, long limit, CancellationToken cancellation)
    {
        var file = new KeptFile(name, folder.NewFile());
        files.Add(file);
        if (await file.FillAsync(content, left, cancellation))
        {
            return file.Length;
        }

        await DrainAsync(whole, limit, cancellation);
        throw new RefusedException(Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", limit));
    }

    /// <summary>A browser that is cut off in its upload shows no answer: as much again is read and thrown away.</summary>
    private static async Task DrainAsync(Stream body, long most, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int count;
        for (var left = most; left > 0 && (count = await body.ReadAsync(buffer, cancellation)) > 0; left -= count)
        {
        }
    }
}

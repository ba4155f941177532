using System.Text;
using System.Xml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Parses what the lifter left: the package without its attachments' content.</summary>
internal sealed class StructureReader(PooledBytes structure, ReadLimits limits, string token, IReadOnlyList<LiftedContent> lifted)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        CloseInput = true,
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FindingList findings = new(limits.MaxFindings);
    private ElementCursor? position;

    public IReadOnlyList<Finding> Findings => findings.All;

    /// <summary>The package, or <c>null</c> when a finding refuses it.</summary>
    public Package? Read()
    {
        if (!Prolog.Judge(structure.Span, findings))
        {
            return null;
        }

        Package? package = null;
        try
        {
            // Through a text reader, so that no declaration can make the parser read the bytes as anything but UTF-8.
            using var reader = XmlReader.Create(new StreamReader(structure.OpenRead(), Strict, detectEncodingFromByteOrderMarks: true), Settings);
            position = new ElementCursor(reader, limits, findings);
            package = ReadPackage(position);
        }
        catch (XmlException exception)
        {
            findings.Add(Malformed(exception));
        }
        catch (ReadingStopped stopped)
        {
            findings.Add(stopped.Finding);
        }

        return findings.HasRefusal || package is null ? null : package with { Findings = findings.All };
    }

    private Package? ReadPackage(ElementCursor cursor)
    {
        var fields = new FieldReader(cursor);
        var parts = new PartReader(cursor, fields);
        var header = new MessageHeaderReader(cursor, fields, parts);
        var traces = new TraceReader(cursor, fields, parts);
        var attachments = new AttachmentReader(cursor, fields, limits, token, lifted);
        cursor.MoveToRoot();
        if (!IsEdxml(cursor))
        {
            cursor.MoveToEnd();
            return null;
        }

        bool envelopeSeen = false, encodedSeen = false, headerSeen = false, bodySeen = false, messageSeen = false, tracesSeen = false;
        var signed = false;
        for (var root = cursor.Enter(); cursor.NextChild(root);)
        {
            switch (cursor.Name)
            {
                case "edXMLEnvelope" when parts.First(ref envelopeSeen): ReadEnvelope(); break;
                case "AttachmentEncoded" when parts.First(ref encodedSeen): attachments.ReadAttachments(); break;
            }
        }

        Present(envelopeSeen, "edXMLEnvelope");
        cursor.MoveToEnd();
        if (attachments.Consumed < lifted.Count && attachments.Attachments.All(attachment => attachment.Base64 != Base64State.Interrupted))
        {
            cursor.Refuse(ErrorCatalogue.ContentMisplaced);
        }

        if (header.Status is not null && (traces.Traces.Count > 0 || bodySeen || encodedSeen))
        {
            cursor.Warn(ErrorCatalogue.StatusWithExtras, traces.Traces.Count > 0 ? "TraceHeaderList" : bodySeen ? "edXMLBody" : "AttachmentEncoded");
        }

        if (findings.HasRefusal)
        {
            return null;
        }

        return new()
        {
            Kind = header.Status is null ? PackageKind.Edoc : PackageKind.Status,
            Edoc = header.Edoc,
            Status = header.Status,
            Traces = traces.Traces,
            Business = traces.Business,
            Manifest = attachments.References,
            Attachments = attachments.Attachments,
            HasSignature = signed,
        };

        void ReadEnvelope()
        {
            for (var envelope = cursor.Enter(); cursor.NextChild(envelope);)
            {
                switch (cursor.Name)
                {
                    case "edXMLHeader" when parts.First(ref headerSeen): ReadHeader(); break;
                    case "edXMLBody" when parts.First(ref bodySeen): attachments.ReadBody(); break;
                }
            }

            Present(headerSeen, "edXMLHeader");
        }

        void ReadHeader()
        {
            for (var level = cursor.Enter(); cursor.NextChild(level);)
            {
                switch (cursor.Name)
                {
                    case "MessageHeader" when parts.First(ref messageSeen): header.Read(); break;
                    case "TraceHeaderList" when parts.First(ref tracesSeen): traces.Read(); break;
                    default: signed |= cursor.LocalName == "Signature" && SignatureReader.HasValue(cursor); break;
                }
            }

            Present(messageSeen, "MessageHeader");
        }

        void Present(bool seen, string name)
        {
            if (!seen)
            {
                cursor.RefuseMissing(name);
            }
        }
    }

    private static bool IsEdxml(ElementCursor cursor)
    {
        if (cursor.Name == "edXML")
        {
            return true;
        }

        if (cursor.Namespace is EdxmlNames.Old or EdxmlNames.Soap)
        {
            cursor.Refuse(ErrorCatalogue.OldDialect, cursor.Namespace);
        }
        else if (cursor.LocalName == "edXML")
        {
            cursor.Refuse(ErrorCatalogue.NamespaceWrong, cursor.LocalName);
        }
        else
        {
            cursor.Refuse(ErrorCatalogue.RootUnknown, cursor.LocalName.Length > 60 ? cursor.LocalName[..60] : cursor.LocalName);
        }

        return false;
    }

    private Finding Malformed(XmlException exception) => Finding.Refuse(
        ErrorCatalogue.XmlMalformed, position?.Path ?? "", exception.LineNumber, exception.LinePosition, Shorten(exception.Message));

    private static string Shorten(string message) => message.Length <= 200 ? message : message[..200];
}

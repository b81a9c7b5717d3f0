import type { ThemeConfig } from 'antd';

/** The look of the house: calm paper, dark ink; vermilion only for what is late. */
export const theme: ThemeConfig = {
  cssVar: { key: 'banjie' },
  hashed: false,
  token: {
    colorPrimary: '#20242b',
    colorLink: '#1d4f73',
    colorLinkHover: '#123a57',
    colorError: '#a92b1b',
    colorSuccess: '#256b41',
    colorWarning: '#8a5200',
    colorText: '#20242b',
    colorTextSecondary: '#545d69',
    colorTextDescription: '#545d69',
    colorTextPlaceholder: '#666e79',
    colorTextDisabled: '#666e79',
    colorBorder: '#b9b3a4',
    colorBorderSecondary: '#e5e0d5',
    colorBgLayout: '#faf8f3',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
    motion: false,
  },
};
